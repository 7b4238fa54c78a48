/** Makes a text storable in Postgres: removes null characters and replaces halves of a surrogate pair. */
export const sanitizeText = (text: string): string => text.replaceAll('\0', '').toWellFormed()

/** The same for all names and texts of a JSON value. */
export function sanitizeJson(value: unknown): unknown {
  if (typeof value === 'string') return sanitizeText(value)
  if (Array.isArray(value)) return value.map(sanitizeJson)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [sanitizeText(name), sanitizeJson(item)]))
}
