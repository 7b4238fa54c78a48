/** The allowed hours of a day, in minutes after midnight. Null: nothing is allowed on that day. */
export type DayHours = { from: number; until: number } | null

/** The hours of the days from Monday to Sunday, then of holidays. Without the last entry, holidays have no hours. */
export type WeekHours = readonly DayHours[]

/** The index of holidays in a `WeekHours`. */
export const HOLIDAY = 7

/** Minutes after midnight as `09:30`. The end of the day is `24:00`. */
export const clockText = (minutes: number): string =>
  [Math.floor(minutes / 60), minutes % 60].map((part) => String(part).padStart(2, '0')).join(':')

const CLOCK = /^([01]\d|2[0-4]):([0-5]\d)$/

/** Reads `09:30` as minutes after midnight, or returns null. */
export function readClock(text: string): number | null {
  const parts = CLOCK.exec(text)
  const minutes = parts ? Number(parts[1]) * 60 + Number(parts[2]) : null
  return minutes === null || minutes > 24 * 60 ? null : minutes
}
