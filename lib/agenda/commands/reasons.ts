import { customerCommand } from '@/lib/customer-group/command'
import { touchCustomer } from '@/lib/customer-group/touch'
import { succeed } from '@/lib/kernel/command'
import { conflict, notFound, refused } from '@/lib/kernel/result'
import { findReason } from '../find'
import { reasonEvent, settleReason, statusNow } from '../reason'
import { reasonCancelling } from '../schema'

/** Cancels a pending reason (B5), with the cause in the person's words. Refusals: `stale`, `agenda.reason_settled`. */
export const cancelReason = customerCommand({
  event: 'agenda_reason.cancelled',
  permission: 'agenda.work',
  input: reasonCancelling,
  run: async (ctx, customer, { reasonId, version, cause }) => {
    const reason = await findReason(ctx, customer.id, reasonId)
    if (!reason) return notFound()
    const value = { customerId: customer.id, reasonId }
    if (reason.status === 'cancelled' && reason.cancelCause === cause) return succeed(value)
    if ((await statusNow(ctx, reason)) !== 'pending') return refused('agenda.reason_settled')
    if (reason.version !== version) return conflict('stale')
    if (!(await settleReason(ctx, reason, { status: 'cancelled', cancelCause: cause })))
      return refused('agenda.reason_settled')
    await touchCustomer(ctx, customer.id)
    return succeed(value, reasonEvent(customer, reason, { before: null, after: { reason: cause } }))
  },
})
