import { and, eq, sql, type SQL } from 'drizzle-orm'
import { auditEvents } from '@/db/schema'
import { env } from '@/lib/env'
import { isUuid } from '@/lib/values/ids'
import { isDay } from '@/lib/values/instants'
import { EVENTS, type AuditEvent } from '@/lib/audit/events'

/** Filters from the query string; malformed ones are ignored. */
export type HistoryFilter = {
  event?: string | undefined
  actorId?: string | undefined
  from?: string | undefined
  to?: string | undefined
}

/** The WHERE condition of a filter. Days are in the company's time zone, and `to` is included. */
export function filteredBy({ event, actorId, from, to }: HistoryFilter): SQL | undefined {
  const startOf = (day: SQL) => sql`(${day})::timestamp at time zone ${env().COMPANY_TIME_ZONE}`
  return and(
    EVENTS.includes(event as AuditEvent) ? eq(auditEvents.event, event as AuditEvent) : undefined,
    isUuid(actorId) ? eq(auditEvents.actorId, actorId) : undefined,
    isDay(from) ? sql`${auditEvents.at} >= ${startOf(sql`${from}::date`)}` : undefined,
    isDay(to) ? sql`${auditEvents.at} < ${startOf(sql`${to}::date + 1`)}` : undefined,
  )
}
