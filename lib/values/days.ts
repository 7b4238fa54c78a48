export const DAY_MS = 24 * 60 * 60 * 1000

/** What runs out does so after so many times 24 hours, not at a midnight. */
export const daysAfter = (at: Date, days: number): Date => new Date(at.getTime() + days * DAY_MS)

export const daysBefore = (at: Date, days: number): Date => daysAfter(at, -days)
