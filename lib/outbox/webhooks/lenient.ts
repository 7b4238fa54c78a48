/** Returns a field of a webhook as an object; an empty one for any other value. */
export const asObject = (value: unknown): Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : {}

export const asList = (value: unknown): unknown[] => (Array.isArray(value) ? value : [])

/** Returns a field as text; null if it is empty, or neither text nor a number. */
export function asText(value: unknown): string | null {
  if (typeof value === 'number') return String(value)
  return typeof value === 'string' && value ? value : null
}

const FIRST_YEAR = 2020

/** Returns a field as an instant; null if it is not one, or is before 2020, when there were no reports. */
export function asDate(value: unknown): Date | null {
  const date = new Date(asText(value) ?? Number.NaN)
  return date.getUTCFullYear() >= FIRST_YEAR ? date : null
}
