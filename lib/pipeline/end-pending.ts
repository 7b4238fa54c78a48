import { and, eq, isNull } from 'drizzle-orm'
import { scheduledStatusChanges, type SCHEDULE_OUTCOMES } from '@/db/schema'
import type { AuditEvent } from '@/lib/audit/events'
import type { CommandEvent } from '@/lib/kernel/command'
import type { WriteCtx } from '@/lib/kernel/context'
import { recordedPosition, type ScheduledChange } from './find'

type Outcome = (typeof SCHEDULE_OUTCOMES)[number]

/** Ends a pending change. Returns false if it has ended already, so that nothing happens twice. */
export async function endPending(
  { db, now }: Pick<WriteCtx, 'db' | 'now'>,
  { customerId, id }: ScheduledChange,
  outcome: Outcome,
  userId: string | null,
): Promise<boolean> {
  const ended = await db
    .update(scheduledStatusChanges)
    .set({ endedAt: now, endedBy: userId, outcome })
    .where(
      and(
        eq(scheduledStatusChanges.customerId, customerId),
        eq(scheduledStatusChanges.id, id),
        isNull(scheduledStatusChanges.endedAt),
      ),
    )
    .returning({ id: scheduledStatusChanges.id })
  return ended.length > 0
}

/** The entry of the history about a scheduled change: what was scheduled, and for when on the clocks of which zone. */
export async function scheduleEvent(
  ctx: Pick<WriteCtx, 'db'>,
  event: AuditEvent,
  change: Pick<ScheduledChange, 'customerId' | 'id' | 'status' | 'subStatusId' | 'localAt' | 'timeZone'>,
  more: Record<string, unknown> = {},
): Promise<CommandEvent & { event: AuditEvent }> {
  const planned = { ...(await recordedPosition(ctx, change)), scheduledFor: scheduledText(change) }
  return {
    event,
    customerId: change.customerId,
    subject: `status_change:${change.id}`,
    details: { after: planned, ...more },
  }
}

/** `2027-03-15 09:00 America/Sao_Paulo` */
export const scheduledText = ({ localAt, timeZone }: Pick<ScheduledChange, 'localAt' | 'timeZone'>): string =>
  `${localAt.replace('T', ' ').slice(0, 16)} ${timeZone}`
