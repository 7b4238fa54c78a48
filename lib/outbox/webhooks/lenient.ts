/** A field of a webhook as an object; anything else has no fields. */
export const asObject = (value: unknown): Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : {}

export const asList = (value: unknown): unknown[] => (Array.isArray(value) ? value : [])

/** A field as text; null when it is neither text nor a number, or is empty. */
export function asText(value: unknown): string | null {
  if (typeof value === 'number') return String(value)
  return typeof value === 'string' && value ? value : null
}

const FIRST_YEAR = 2020

/** A field as an instant; null when it is none, or lies before the providers' reports began. */
export function asDate(value: unknown): Date | null {
  const date = new Date(asText(value) ?? Number.NaN)
  return date.getUTCFullYear() >= FIRST_YEAR ? date : null
}
