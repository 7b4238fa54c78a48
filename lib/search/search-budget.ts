import type { RateLimit } from '@/lib/access/rate-limit'
import type { Viewer } from '@/lib/access/viewer'
import type { SearchKey } from './search-keys'

const HOUR = 60 * 60
const DAYS_30 = 30 * 24 * HOUR

type Budget = { perHour: number; per30Days: number; emailsPer30Days: number; missesPerHour: number }

/**
 * How many new values a person may search for. The masks leave at least 400,000 phones, 1,000,000 CPFs and about 44,000 likely e-mails open.
 * Without the permission to reveal, two periods of 30 days in a row try less than one in a hundred of them.
 */
const WITHOUT_REVEAL: Budget = { perHour: 60, per30Days: 2_000, emailsPer30Days: 200, missesPerHour: 30 }
/** Who may reveal a value finds out nothing by searching that a reveal would not show; this bounds how many customers they look up. */
const WITH_REVEAL: Budget = { perHour: 600, per30Days: 30_000, emailsPer30Days: 30_000, missesPerHour: 300 }

const budgetOf = (viewer: Viewer) => (viewer.can('personal.reveal') ? WITH_REVEAL : WITHOUT_REVEAL)

/** The limits that one new search counts against. */
export function limitsOf(viewer: Viewer, keys: readonly SearchKey[]): RateLimit[] {
  const { perHour, per30Days, emailsPer30Days } = budgetOf(viewer)
  const hasEmail = keys.some(({ kind }) => kind === 'email')
  return [
    { name: 'search-hour', max: perHour, windowSeconds: HOUR },
    { name: 'search-30-days', max: per30Days, windowSeconds: DAYS_30 },
    ...(hasEmail ? [{ name: 'search-emails-30-days', max: emailsPer30Days, windowSeconds: DAYS_30 }] : []),
  ]
}

/** Searches that find nothing are what a series of guesses looks like. Reaching this limit raises an alarm and refuses nothing. */
export const missLimitOf = (viewer: Viewer): RateLimit => ({
  name: 'search-misses',
  max: budgetOf(viewer).missesPerHour,
  windowSeconds: HOUR,
})
