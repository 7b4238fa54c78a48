import { sql } from 'drizzle-orm'
import type { AuditEvent } from '@/lib/audit/events'
import type { Values } from '@/lib/audit/record'
import { timelineContribution } from '@/lib/contributions/timeline'
import { detailsOf } from './changes'

type Row = { event: AuditEvent; subject: string | null; actor: string | null; details: string | null }

/** The condition of the index `audit_events_edits`. Preferences, notes, cases and messages are in the arms of their aggregates. */
export const EDITS = `split_part(event, '.', 1) in ('customer', 'contact')`

/** Changes of the registration and of the contact points, without the values, which the history shows. */
export const editsOnTimeline = timelineContribution({
  permission: 'history.read',
  arms: [{ event: 'edited', table: 'audit_events', occurredAt: 'at', id: 'seq', where: EDITS }],
  detail: sql`(select json_build_object('event', e.event, 'subject', e.subject, 'actor', u.name, 'details', e.details)
    from audit_events e left join users u on u.id = e.actor_id where e.customer_id = page.customer_id and e.seq = page.id::bigint)`,
  present: ({ details, ...row }: Row): Omit<Row, 'details'> & { details: Values } => ({
    ...row,
    details: detailsOf({ details }),
  }),
})
