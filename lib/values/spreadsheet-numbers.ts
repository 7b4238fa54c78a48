const DECIMAL_ZEROS = /^(\d+)[.,]0+$/
const SCIENTIFIC = /^[+-]?\d+([.,]\d+)?E[+-]?\d+$/i

/** Removes the decimals that a spreadsheet added to a number, `234561327.0`; null for any other text. */
export const withoutDecimals = (text: string): string | null => DECIMAL_ZEROS.exec(text.trim())?.[1] ?? null

/** Whether a spreadsheet has replaced the last digits by a power of ten: `9.83114E+08`. */
export const isScientific = (text: string): boolean => SCIENTIFIC.test(text.trim())
