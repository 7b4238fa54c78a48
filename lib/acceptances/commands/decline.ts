import { acceptanceApprovals } from '@/db/schema'
import { customerCommand } from '@/lib/customer-group/command'
import { addEvidence } from '@/lib/evidence/evidence'
import { succeed } from '@/lib/kernel/command'
import { notFound, refused } from '@/lib/kernel/result'
import { findApproval, ofAcceptance } from '../approval'
import { entryOf } from '../history-entry'
import { lockOwnAcceptance } from '../lock-own'
import { declining } from '../schema'
import { change } from '../signing/lock'

/**
 * Declines a request that waits for a second person: it ends, and nothing is sent. Declining it again changes nothing.
 * Refusals: `acceptances.own_request` (the requester can cancel it), `acceptances.not_pending`.
 */
export const declineRequest = customerCommand({
  event: 'acceptance.declined',
  permission: 'acceptances.approve',
  input: declining,
  run: async (ctx, customer, { acceptanceId, reason }) => {
    const acceptance = await lockOwnAcceptance(ctx, customer.id, acceptanceId)
    const approval = acceptance && (await findApproval(ctx, acceptance))
    if (!acceptance || !approval) return notFound()
    const { userId } = ctx.viewer
    const value = { customerId: customer.id, acceptanceId }
    if (approval.declinedBy === userId) return succeed(value)
    if (acceptance.createdBy === userId) return refused('acceptances.own_request')
    if (acceptance.status !== 'pending') return refused('acceptances.not_pending')
    await change(ctx.db, acceptance, { status: 'cancelled', cancelledAt: ctx.now, cancelledBy: userId })
    await ctx.db
      .update(acceptanceApprovals)
      .set({ declinedAt: ctx.now, declinedBy: userId, declineReason: reason })
      .where(ofAcceptance(acceptance))
    await addEvidence(ctx.db, acceptance, { kind: 'declined', at: ctx.now, details: { reason, by: userId } })
    return succeed(value, { ...entryOf(customer, acceptance), before: null, after: { reason } })
  },
})
