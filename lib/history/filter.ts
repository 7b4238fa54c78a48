import { and, eq, inArray, sql, type SQL } from 'drizzle-orm'
import { auditEvents } from '@/db/schema'
import { startOfDay } from '@/lib/kernel/company-days'
import { isUuid } from '@/lib/values/ids'
import { isDay } from '@/lib/values/instants'
import { eventsOf } from '@/lib/audit/event-groups'
import { EVENTS } from '@/lib/audit/events'

/** Filters from the query string; malformed ones are ignored. */
export type HistoryFilter = {
  /** An event, or `all:` and a group of events. */
  event?: string | undefined
  actorId?: string | undefined
  from?: string | undefined
  to?: string | undefined
  /** Only events about this, for example `case:<id>`. It is never read from a URL. */
  subject?: string | undefined
}

/** The WHERE condition of a filter. Days are in the company's time zone, and `to` is included. */
export function filteredBy({ event, actorId, from, to, subject }: HistoryFilter): SQL | undefined {
  const events = eventsOf(event)
  return and(
    subject ? about(subject) : undefined,
    events && inArray(auditEvents.event, events),
    isUuid(actorId) ? eq(auditEvents.actorId, actorId) : undefined,
    isDay(from) ? sql`${auditEvents.at} >= ${startOfDay(sql`${from}::date`)}` : undefined,
    isDay(to) ? sql`${auditEvents.at} < ${startOfDay(sql`${to}::date + 1`)}` : undefined,
  )
}

/** Events that may be about the subject of another noun: a file is attached to a case. */
const ABOUT_OTHERS = 'attachment.'

/** The noun of a subject begins the names of its own events, so the index by event finds the rows. */
const about = (subject: string): SQL | undefined =>
  and(
    inArray(
      auditEvents.event,
      EVENTS.filter((event) => event.startsWith(`${subject.split(':')[0]}.`) || event.startsWith(ABOUT_OTHERS)),
    ),
    eq(auditEvents.subject, subject),
  )
