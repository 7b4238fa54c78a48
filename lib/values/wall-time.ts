/** A date and time on the clocks of a time zone, as `2027-03-14T02:30`. */
export type WallTime = string

/**
 * `skipped`: the clocks never show this time, because they are put forward; the instant is computed with the offset before the change, so
 * 02:30 becomes 03:30. `repeated`: the clocks show this time twice; the instant is the first of the two. RFC 5545 (3.3.5) and Temporal
 * ("compatible") have the same rules.
 */
export type ResolvedWallTime = { at: Date; resolution: 'exact' | 'skipped' | 'repeated' }

const WALL_TIME = /^(\d{4})-(\d\d)-(\d\d)[T ](\d\d):(\d\d)(?::00)?$/
const DAY_MS = 86_400_000

/** The milliseconds of the wall time as if its zone were UTC; null when there is no such day or minute. */
function asUtc(text: string): number | null {
  const parts = WALL_TIME.exec(text)?.slice(1).map(Number)
  if (!parts) return null
  const [year, month, day, hour, minute] = parts as [number, number, number, number, number]
  const at = new Date(Date.UTC(year, month - 1, day, hour, minute))
  const exists = at.toISOString().startsWith(text.replace(' ', 'T').slice(0, 16))
  return exists && year >= 1000 ? at.getTime() : null
}

export const isWallTime = (text: unknown): text is WallTime => typeof text === 'string' && asUtc(text) !== null

/** Whether this is the name of a time zone. Offsets such as `+03:00` are not: they have no rules that could change. */
export function isTimeZone(name: string): boolean {
  if (!/^[A-Za-z]/.test(name)) return false
  try {
    return Boolean(formatterOf(name))
  } catch {
    return false
  }
}

/** By the name in small letters: names are read in any case, and each spelling must not fill the memory. */
const formatters = new Map<string, Intl.DateTimeFormat>()

function formatterOf(timeZone: string): Intl.DateTimeFormat {
  const known = formatters.get(timeZone.toLowerCase())
  if (known) return known
  const [numeric, twoDigit] = ['numeric', '2-digit'] as const
  const made = new Intl.DateTimeFormat('en-US', {
    ...{ timeZone, calendar: 'gregory', hourCycle: 'h23', year: numeric, month: twoDigit, day: twoDigit },
    ...{ hour: twoDigit, minute: twoDigit, second: twoDigit },
  })
  formatters.set(timeZone.toLowerCase(), made)
  return made
}

/** How far the clocks of the zone are ahead of UTC at an instant, in milliseconds. */
function offsetAt(at: number, timeZone: string): number {
  const parts = Object.fromEntries(
    formatterOf(timeZone)
      .formatToParts(at)
      .map(({ type, value }) => [type, Number(value)]),
  )
  const { year, month, day, hour, minute, second } = parts as Record<string, number>
  return Date.UTC(year!, month! - 1, day, hour, minute, second) - Math.floor(at / 1000) * 1000
}

/** The time that the clocks of a zone show at an instant, to the minute. */
export const wallTimeAt = (at: Date, timeZone: string): WallTime =>
  new Date(at.getTime() + offsetAt(at.getTime(), timeZone)).toISOString().slice(0, 16)

/**
 * The instant at which the clocks of the zone show a time, by the rules that this process knows (`process.versions.tz`).
 * @throws RangeError when one of them does not exist
 */
export function resolveWallTime(local: WallTime, timeZone: string): ResolvedWallTime {
  const utc = asUtc(local)
  if (utc === null) throw new RangeError(`${local} is not a date and time`)
  const [before, after] = [offsetAt(utc - DAY_MS, timeZone), offsetAt(utc + DAY_MS, timeZone)]
  const instants = [...new Set([utc - before, utc - after])].filter((at) => at + offsetAt(at, timeZone) === utc)
  const [first] = instants.toSorted((a, b) => a - b)
  if (first === undefined) return { at: new Date(utc - before), resolution: 'skipped' }
  return { at: new Date(first), resolution: instants.length > 1 ? 'repeated' : 'exact' }
}
