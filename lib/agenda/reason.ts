import { and, eq, sql } from 'drizzle-orm'
import { agendaReasons } from '@/db/schema'
import { readRows } from '@/db/read'
import type { Customer } from '@/lib/customer-group/lock'
import type { CommandEvent } from '@/lib/kernel/command'
import type { WriteCtx } from '@/lib/kernel/context'
import { today } from '@/lib/kernel/today'
import { findReason, type Interaction, type Reason } from './find'
import { currentStatus, type ReasonStatus } from './reason-status'

/** The status of a reason at this moment, even if the job has not stored it yet. */
export async function statusNow({ db, now }: WriteCtx, { customerId, id }: Reason): Promise<ReasonStatus> {
  const [row] = await readRows<{ status: ReasonStatus }>(
    db,
    sql`select ${currentStatus(today(now))} as status from agenda_reasons r where r.customer_id = ${customerId} and r.id = ${id}`,
  )
  return row!.status
}

/** Ends a pending reason. Returns false if it has ended meanwhile. */
export async function settleReason(
  { db, now, viewer }: WriteCtx,
  { customerId, id, version }: Reason,
  end: Pick<Partial<Reason>, 'cancelCause'> & { status: 'done' | 'cancelled' },
): Promise<boolean> {
  const settled = await db
    .update(agendaReasons)
    .set({ ...end, settledAt: now, settledBy: viewer.userId, version: version + 1 })
    .where(and(eq(agendaReasons.customerId, customerId), eq(agendaReasons.id, id), eq(agendaReasons.status, 'pending')))
    .returning({ id: agendaReasons.id })
  return settled.length > 0
}

/** The reason of a successful interaction is done, unless it has ended for another cause. Returns the entries of the history. */
export async function completeReason(
  ctx: WriteCtx,
  customer: Customer,
  { reasonId }: Interaction,
): Promise<CommandEvent[]> {
  const reason = reasonId ? await findReason(ctx, customer.id, reasonId) : null
  if (!reason || !(await settleReason(ctx, reason, { status: 'done' }))) return []
  return [reasonEvent(customer, reason, { event: 'agenda_reason.done' })]
}

export const reasonEvent = (customer: Customer, reason: Reason, over: Partial<CommandEvent>): CommandEvent => ({
  customerId: customer.id,
  subject: `agenda_reason:${reason.id}`,
  details: { number: reason.number, agendaReason: reason.reason },
  ...over,
})
