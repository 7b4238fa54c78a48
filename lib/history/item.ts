import type { auditEvents } from '@/db/schema'
import { changesOf, detailsOf, type Change, type Seen, type TwoStates } from './changes'
import type { AuditEvent } from '@/lib/audit/events'
import type { Values } from '@/lib/audit/record'

export type EventRow = typeof auditEvents.$inferSelect

/** An event as this viewer may see it. */
export type EventItem = {
  seq: number
  at: Date
  /** The name of the actor; null for the portal itself. */
  actor: string | null
  event: AuditEvent
  subject: string | null
  changes: Change[]
  /** Values that are not personal. */
  details: Values
}

export const itemOf = (row: EventRow, states: TwoStates, seen: Seen, attempts?: number): EventItem => ({
  seq: row.seq,
  at: row.at,
  actor: (row.actorId && seen.names.get(row.actorId)) ?? null,
  event: row.event as AuditEvent,
  subject: row.subject,
  changes: changesOf(row, states, seen),
  details: { ...detailsOf(row), ...(attempts && { attempts }) },
})
