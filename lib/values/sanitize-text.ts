/** A text as Postgres can keep it: without null characters, which no keyboard types, and without halves of a character. */
export const sanitizeText = (text: string): string => text.replaceAll('\0', '').toWellFormed()

/** The same for a value read from JSON, names and all. */
export function sanitizeJson(value: unknown): unknown {
  if (typeof value === 'string') return sanitizeText(value)
  if (Array.isArray(value)) return value.map(sanitizeJson)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([name, held]) => [sanitizeText(name), sanitizeJson(held)]))
}
