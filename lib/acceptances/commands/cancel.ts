import { customerCommand } from '@/lib/customer-group/command'
import { touchCustomer } from '@/lib/customer-group/touch'
import { addEvidence } from '@/lib/evidence/evidence'
import { succeed } from '@/lib/kernel/command'
import { notFound, refused } from '@/lib/kernel/result'
import { lockOwnAcceptance } from '../lock-own'
import { cancelling } from '../schema'
import { change } from '../signing/lock'
import { statusAt } from '../status'
import { entryOf } from '../history-entry'

/**
 * Cancels a request that waits for approval or for the customer: all its links and codes end. If the customer answers at the same moment,
 * the lock of the acceptance decides who was first. Cancelling it again changes nothing. Refusals: `acceptances.not_open`.
 */
export const cancelRequest = customerCommand({
  event: 'acceptance.cancelled',
  permission: 'messages.send',
  input: cancelling,
  run: async (ctx, customer, { acceptanceId, reason }) => {
    const acceptance = await lockOwnAcceptance(ctx, customer.id, acceptanceId)
    if (!acceptance) return notFound()
    const value = { customerId: customer.id, acceptanceId }
    const { userId } = ctx.viewer
    const status = statusAt(acceptance, ctx.now)
    if (status === 'cancelled' && acceptance.cancelledBy === userId) return succeed(value)
    if (status !== 'pending' && status !== 'waiting') return refused('acceptances.not_open')
    const cancelled = { status: 'cancelled', cancelledAt: ctx.now, cancelledBy: userId } as const
    await change(ctx.db, acceptance, { ...cancelled, codeHash: null, codeExpiresAt: null })
    await addEvidence(ctx.db, acceptance, { kind: 'cancelled', at: ctx.now, details: { reason, by: userId } })
    await touchCustomer(ctx, customer.id)
    const entry = entryOf(customer, acceptance)
    return succeed(value, reason ? { ...entry, before: null, after: { reason } } : entry)
  },
})
