import { DAY_MS, daysBefore } from '@/lib/values/days'
import type { Random } from '@/lib/values/random'

export { DAY_MS, daysBefore }

const MINUTE_MS = 60_000

/** Opening hours of the demo's stores in UTC: 9 h to 20 h in São Paulo. */
const OPENS_UTC = 12
const OPEN_HOURS = 11

/** The moment of seeding, and the random numbers of one customer. */
export type SeedClock = { now: Date; random: Random }

export const minutesAfter = (at: Date, minutes: number) => new Date(at.getTime() + minutes * MINUTE_MS)

export const dayOf = (at: Date) => at.toISOString().slice(0, 10)

/** A moment of that day within opening hours. Returns `at` itself when that would be in the future. */
export function whileOpen({ now, random }: SeedClock, at: Date): Date {
  const midnight = Math.floor(at.getTime() / DAY_MS) * DAY_MS
  const open = new Date(midnight + (OPENS_UTC + random.next() * OPEN_HOURS) * 60 * MINUTE_MS)
  return open > now ? at : open
}

/** `count` moments between two, in order, within opening hours where that fits. */
export function momentsBetween(clock: SeedClock, from: Date, to: Date, count: number): Date[] {
  const span = to.getTime() - from.getTime()
  const moments = Array.from({ length: count }, () => {
    const any = new Date(from.getTime() + clock.random.next() * span)
    const open = whileOpen(clock, any)
    return open > from && open < to ? open : any
  })
  return moments.sort((a, b) => a.getTime() - b.getTime())
}

/** The most recent such day of a year, `MM-DD`, at 10 h in São Paulo. */
export function lastOn(now: Date, day: string): Date {
  const thisYear = new Date(`${now.getUTCFullYear()}-${day}T13:00:00Z`)
  return thisYear < now ? thisYear : new Date(`${now.getUTCFullYear() - 1}-${day}T13:00:00Z`)
}
