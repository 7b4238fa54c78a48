const NAME_MAX = 60
const VALUE_MAX = 300
const LINES_MAX = 50

/** Reads extra data from a text with one `name: value` in each line. Returns null when a line has another form or repeats a name. */
export function parseExtra(text: string): Record<string, string> | null {
  const lines = text.split('\n').filter((line) => line.trim())
  if (lines.length > LINES_MAX) return null
  const entries = lines.map(
    (line) =>
      /^([^:]+):(.+)$/
        .exec(line)
        ?.slice(1)
        .map((part) => part.trim()) ?? [],
  )
  const isValid = ([name, value]: string[]) =>
    Boolean(name && value && name.length <= NAME_MAX && value.length <= VALUE_MAX)
  if (!entries.every(isValid) || new Set(entries.map(([name]) => name)).size < entries.length) return null
  return Object.fromEntries(entries) as Record<string, string>
}

/** The same text again, to edit it. */
export const extraText = (extra: Record<string, string>): string =>
  Object.entries(extra)
    .map(([name, value]) => `${name}: ${value}`)
    .join('\n')
