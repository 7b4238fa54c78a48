import { sql, type SQL } from 'drizzle-orm'
import { SEND_CHANNELS } from '@/db/schema/journeys'
import { startOfDay } from '@/lib/kernel/company-days'
import { isUuid } from '@/lib/values/ids'
import { isDay } from '@/lib/values/instants'
import type { SendChannel } from '@/lib/sending/address'

/** The filters that the page's address may contain, in any combination. */
export type InteractionFilter = {
  channel?: SendChannel | undefined
  journey?: string | undefined
  /** Days in the company's time zone, both included. */
  from?: string | undefined
  to?: string | undefined
  /** Includes test sends. */
  test: boolean
}

/** Parses the filter in a URL. Malformed values are ignored. */
export function readFilter(search: Record<string, string | undefined>): InteractionFilter {
  const { channel, journey, from, to, test } = search
  return {
    channel: SEND_CHANNELS.find((known) => known === channel),
    journey: isUuid(journey) ? journey : undefined,
    from: isDay(from) ? from : undefined,
    to: isDay(to) ? to : undefined,
    test: test === 'on',
  }
}

/** The query parameters of a filter. */
export const filterQuery = ({ test, ...rest }: InteractionFilter): Record<string, string | undefined> => ({
  ...rest,
  test: test ? 'on' : undefined,
})

/** Conditions on a column with an instant, each beginning with `and`. The column is never text that a user typed. */
export function within({ from, to }: Pick<InteractionFilter, 'from' | 'to'>, column = 'occurred_at'): SQL {
  const at = sql.raw(column)
  const since = from ? sql` and ${at} >= ${startOfDay(sql`${from}::date`)}` : sql``
  const until = to ? sql` and ${at} < ${startOfDay(sql`${to}::date + 1`)}` : sql``
  return sql`${since}${until}`
}
