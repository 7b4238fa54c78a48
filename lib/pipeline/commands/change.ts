import { customerCommand } from '@/lib/customer-group/command'
import { setPipelinePosition } from '@/lib/customer-group/pipeline-status'
import { succeed } from '@/lib/kernel/command'
import { invalid, refused } from '@/lib/kernel/result'
import { endPending, scheduleEvent } from '../end-pending'
import { findPending, isOffered, positionOf, recordedPosition } from '../find'
import { isSamePosition } from '../position'
import { statusChange } from '../schema'

/**
 * Changes the status or the sub-status of a customer (I6). The same position again changes nothing. A pending scheduled change is
 * overtaken, and the history says so. Refusals: `pipeline.moved_meanwhile`, when somebody else changed it since the page was opened; field
 * `to`: `pipeline.sub_status_unavailable`.
 */
export const changeStatus = customerCommand({
  event: 'customer.status_changed',
  permission: 'pipeline.edit',
  input: statusChange,
  run: async (ctx, customer, { from, to }) => {
    const current = positionOf(customer)
    const pending = await findPending(ctx, customer.id)
    const value = { customerId: customer.id, hasOvertaken: false }
    if (isSamePosition(current, to)) return succeed(value)
    if (!isSamePosition(current, from)) return refused('pipeline.moved_meanwhile')
    if (!(await isOffered(ctx, to))) return invalid({ to: 'pipeline.sub_status_unavailable' })
    await setPipelinePosition(ctx, customer.id, to)
    const changed = {
      customerId: customer.id,
      details: { before: await recordedPosition(ctx, current), after: await recordedPosition(ctx, to) },
    }
    if (!pending) return succeed(value, changed)
    await endPending(ctx, pending, 'overtaken', ctx.viewer.userId)
    return succeed(
      { ...value, hasOvertaken: true },
      changed,
      await scheduleEvent(ctx, 'customer.schedule_overtaken', pending),
    )
  },
})
