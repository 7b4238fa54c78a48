import { sql, type SQL } from 'drizzle-orm'
import { readRows } from '@/db/read'
import type { ViewedGroup } from '@/lib/customer-group/group'
import { survivorInScope } from '@/lib/customer-group/scope'
import { startOfDay } from '@/lib/kernel/company-days'
import { query } from '@/lib/kernel/query'
import { today } from '@/lib/kernel/today'
import { armsFor } from './arms'
import type { TimelineFilter } from './filter'
import { unionOf } from './stream'

/** A calendar month, as YYYY-MM. */
export type Month = `${number}-${number}`

/** A customer's oldest event decides how far back the months go, at most this many years. */
const YEARS_MAX = 30

/** Parses a month in a URL; null if it is malformed. */
export const readMonth = (text: string | undefined): Month | null =>
  text && /^(?!0000)\d{4}-(0[1-9]|1[0-2])$/.test(text) ? (text as Month) : null

/** The first instant after the month, in the company's time zone. */
export const startOfNextMonth = (month: Month): SQL =>
  startOfDay(sql`(${`${month}-01`}::date + interval '1 month')::date`)

/**
 * The months from the customer's newest event to the oldest, newest first. Months between them may be empty. Reads one row of each arm and
 * record in both directions.
 */
export const listMonths = query(
  'customers.read',
  async (ctx, { memberIds, survivorId }: ViewedGroup, { kind, channel }: TimelineFilter = {}): Promise<Month[]> => {
    const arms = armsFor(ctx.viewer, { kind, channel })
    if (!arms.length) return []
    const ends = (['older', 'newer'] as const).map((direction) =>
      unionOf(arms, memberIds, { direction, after: null, limit: 1 }),
    )
    const [bounds] = await readRows<{ oldest: string | null; newest: string | null }>(
      ctx.db,
      sql`select min(occurred_at) as oldest, max(occurred_at) as newest from (${sql.join(ends, sql` union all `)}) arm
      where ${survivorInScope(ctx.viewer, survivorId) ?? sql`true`}`,
    )
    if (!bounds?.oldest || !bounds.newest) return []
    return monthsBetween(monthOf(new Date(bounds.oldest)), monthOf(new Date(bounds.newest)))
  },
)

/** The month of an instant, in the company's time zone. */
export const monthOf = (at: Date): Month => today(at).slice(0, 7) as Month

export function monthsBetween(oldest: Month, newest: Month): Month[] {
  const [from, to] = [indexOf(oldest), indexOf(newest)]
  const count = Math.min(to - from + 1, YEARS_MAX * 12)
  return Array.from({ length: count }, (_, i) => nameOf(to - i))
}

const indexOf = (month: Month): number => Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1

const nameOf = (index: number): Month =>
  `${String(Math.floor(index / 12)).padStart(4, '0')}-${String((index % 12) + 1).padStart(2, '0')}` as Month
