import { and, eq, inArray, sql, type SQL } from 'drizzle-orm'
import { auditEvents } from '@/db/schema'
import { env } from '@/lib/env'
import { isUuid } from '@/lib/values/ids'
import { isDay } from '@/lib/values/instants'
import { eventsOf } from '@/lib/audit/event-groups'

/** Filters from the query string; malformed ones are ignored. */
export type HistoryFilter = {
  /** An event, or `all:` and a group of events. */
  event?: string | undefined
  actorId?: string | undefined
  from?: string | undefined
  to?: string | undefined
}

/** The WHERE condition of a filter. Days are in the company's time zone, and `to` is included. */
export function filteredBy({ event, actorId, from, to }: HistoryFilter): SQL | undefined {
  const events = eventsOf(event)
  const startOf = (day: SQL) => sql`(${day})::timestamp at time zone ${env().COMPANY_TIME_ZONE}`
  return and(
    events && inArray(auditEvents.event, events),
    isUuid(actorId) ? eq(auditEvents.actorId, actorId) : undefined,
    isDay(from) ? sql`${auditEvents.at} >= ${startOf(sql`${from}::date`)}` : undefined,
    isDay(to) ? sql`${auditEvents.at} < ${startOf(sql`${to}::date + 1`)}` : undefined,
  )
}
