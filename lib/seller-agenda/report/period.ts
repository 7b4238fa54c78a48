import { today } from '@/lib/kernel/today'
import { daysAfterDay } from '@/lib/values/days'
import { isDay } from '@/lib/values/instants'

/** Days in the company's time zone, both included. */
export type Period = { from: string; to: string }

/** A report reads at most this many days. */
export const PERIOD_DAYS_MAX = 366

export type PeriodProblem = 'invalid_from' | 'invalid_to' | 'reversed' | 'too_long'

/**
 * The period of a report in a URL; by default the current month until today. A wrong day is a problem and not replaced by a default,
 * because the report would then show other figures than the user asked for.
 */
export function readPeriod(
  search: Record<string, string | undefined>,
  now: Date,
): Period & { problem: PeriodProblem | null } {
  const day = today(now)
  const from = search.from || `${(search.to || day).slice(0, 8)}01`
  const to = search.to || (from > day ? from : day)
  return { from, to, problem: problemOf(from, to) }
}

function problemOf(from: string, to: string): PeriodProblem | null {
  if (!isDay(from)) return 'invalid_from'
  if (!isDay(to)) return 'invalid_to'
  if (from > to) return 'reversed'
  return daysAfterDay(from, PERIOD_DAYS_MAX) <= to ? 'too_long' : null
}
