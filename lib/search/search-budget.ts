import type { RateLimit } from '@/lib/access/rate-limit'
import type { Viewer } from '@/lib/access/viewer'
import type { SearchKey } from './search-keys'

const HOUR = 60 * 60
const DAYS_30 = 30 * 24 * HOUR

type Budget = { perHour: number; per30Days: number; emailsPer30Days: number; missesPerHour: number }

/**
 * How many new values a person may search for. A masked value could be one of at least 400,000 phones, 1,000,000 CPFs or about 44,000 likely
 * e-mails. Without the permission to reveal, a person can try at most one in a hundred of them in two periods of 30 days in a row.
 */
const WITHOUT_REVEAL: Budget = { perHour: 60, per30Days: 2_000, emailsPer30Days: 200, missesPerHour: 30 }
/** With the permission to reveal, a search shows nothing that a reveal would not show. This budget limits how many customers a person can look up. */
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

/** Many searches without a result look like guessing. Reaching this limit raises an alarm but refuses nothing. */
export const missLimitOf = (viewer: Viewer): RateLimit => ({
  name: 'search-misses',
  max: budgetOf(viewer).missesPerHour,
  windowSeconds: HOUR,
})
