export const DAY_MS = 24 * 60 * 60 * 1000

/** The instant `days` × 24 hours later; expiry does not wait for midnight. */
export const daysAfter = (at: Date, days: number): Date => new Date(at.getTime() + days * DAY_MS)

export const daysBefore = (at: Date, days: number): Date => daysAfter(at, -days)

/** The calendar day (YYYY-MM-DD) this many days after another one. */
export const daysAfterDay = (day: string, days: number): string =>
  daysAfter(new Date(`${day}T12:00:00Z`), days)
    .toISOString()
    .slice(0, 10)
