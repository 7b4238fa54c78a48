import { acceptanceApprovals } from '@/db/schema'
import { customerCommand } from '@/lib/customer-group/command'
import type { Customer } from '@/lib/customer-group/lock'
import { touchCustomer } from '@/lib/customer-group/touch'
import { addEvidence } from '@/lib/evidence/evidence'
import { succeed } from '@/lib/kernel/command'
import type { WriteCtx } from '@/lib/kernel/context'
import { notFound, refused } from '@/lib/kernel/result'
import { planSend } from '@/lib/sending/plan-send'
import type { ReachablePoint } from '@/lib/sending/reach'
import { daysAfter } from '@/lib/values/days'
import { findApproval, ofAcceptance } from '../approval'
import { entryOf } from '../history-entry'
import { findLivePoint } from '../live-point'
import { lockOwnAcceptance } from '../lock-own'
import { planOf } from '../plan-request'
import { hasChangedRecently } from '../recent-change'
import { hasRenamedRecently } from '../recent-rename'
import { findRequestable } from '../requestable'
import { oneAcceptance } from '../schema'
import { change, type Acceptance } from '../signing/lock'

/**
 * Approves a request that waits for a second person, and sends it to the requested address. Approving it again changes nothing.
 * Refusals: `acceptances.own_request`, `acceptances.approver_changed_address`, `acceptances.not_pending`, `acceptances.not_on_file` (the
 * point was changed or removed meanwhile), `acceptances.document_unavailable`, and those of `planSend`.
 */
export const approveRequest = customerCommand({
  event: 'acceptance.approved',
  permission: 'acceptances.approve',
  input: oneAcceptance,
  run: async (ctx, customer, { acceptanceId }) => {
    const acceptance = await lockOwnAcceptance(ctx, customer.id, acceptanceId)
    const approval = acceptance && (await findApproval(ctx, acceptance))
    if (!acceptance || !approval) return notFound()
    const value = { customerId: customer.id, acceptanceId }
    if (approval.approvedBy === ctx.viewer.userId) return succeed(value)
    if (acceptance.status !== 'pending' || acceptance.expiresAt <= ctx.now) return refused('acceptances.not_pending')
    const { channel, address } = acceptance
    const point = await findLivePoint(ctx, customer.id, channel, address)
    const refusal = await approverRefusal(ctx, customer, acceptance, point)
    if (refusal) return refusal
    const document = await findRequestable(ctx, customer.id, acceptance.documentId)
    if (!document || document.sha256 !== acceptance.originalSha256) return refused('acceptances.document_unavailable')
    const { journeyMessageId, overrideReason, days } = approval
    const expiresAt = daysAfter(ctx.now, days)
    const to = { pointId: point!.id }
    const plan = planOf(ctx, { id: acceptance.id, document, channel, journeyMessageId, to, overrideReason, expiresAt })
    const planned = await planSend(ctx, customer, plan)
    if (!planned.ok) return planned
    await change(ctx.db, acceptance, { status: 'waiting', expiresAt })
    await ctx.db
      .update(acceptanceApprovals)
      .set({ approvedAt: ctx.now, approvedBy: ctx.viewer.userId })
      .where(ofAcceptance(acceptance))
    const author = { by: ctx.viewer.userId, byName: ctx.viewer.name }
    const details = { sendId: planned.sendId, expiresAt: expiresAt.toISOString(), ...author }
    await addEvidence(ctx.db, acceptance, { kind: 'approved', at: ctx.now, details })
    await touchCustomer(ctx, customer.id)
    return succeed(value, entryOf(customer, acceptance), planned.event)
  },
})

/** Refuses an approver who made the request, or who recently added or changed the contact point or renamed the customer; null when the viewer may approve. */
async function approverRefusal(
  ctx: WriteCtx,
  customer: Customer,
  acceptance: Acceptance,
  point: ReachablePoint | null,
) {
  const { userId } = ctx.viewer
  if (acceptance.createdBy === userId) return refused('acceptances.own_request')
  if (!point) return refused('acceptances.not_on_file')
  const isAuthor =
    (await hasChangedRecently(ctx, customer.id, point, userId)) || (await hasRenamedRecently(ctx, customer.id, userId))
  return isAuthor ? refused('acceptances.approver_changed_address') : null
}
