import { scheduledStatusChanges } from '@/db/schema'
import { customerCommand } from '@/lib/customer-group/command'
import { touchCustomer } from '@/lib/customer-group/touch'
import { succeed } from '@/lib/kernel/command'
import { idsOf } from '@/lib/kernel/context'
import { invalid, notFound, refused } from '@/lib/kernel/result'
import { daysAfter } from '@/lib/values/days'
import { resolveWallTime } from '@/lib/values/wall-time'
import { endPending, scheduleEvent } from '../end-pending'
import { findPending, findScheduled, isOffered, positionOf } from '../find'
import { isSamePosition } from '../position'
import { scheduleCancelling, scheduling } from '../schema'
import { ZONE_RULES } from '../zone-rules'

/** The rules of time zones are not predictable further ahead. */
const DAYS_AHEAD_MAX = 5 * 366

/**
 * Schedules a change of status for a date and time on the clocks of a time zone; it replaces the pending one that the page showed. Returns
 * how the time was resolved (see `resolveWallTime`). Refusals: `pipeline.scheduled_meanwhile`, when the pending change is not the one that
 * the page showed; fields: `to`: `pipeline.sub_status_unavailable`, `pipeline.same_status`; `day`: `pipeline.in_the_past`,
 * `pipeline.too_far`.
 */
export const scheduleStatus = customerCommand({
  event: 'customer.status_scheduled',
  permission: 'pipeline.edit',
  input: scheduling,
  run: async (ctx, customer, { to, day, time, timeZone, replaces }) => {
    const localAt = `${day}T${time.slice(0, 5)}`
    const { at: dueAt, resolution } = resolveWallTime(localAt, timeZone)
    const pending = await findPending(ctx, customer.id)
    if ((pending?.id ?? null) !== replaces) return refused('pipeline.scheduled_meanwhile')
    if (isSamePosition(positionOf(customer), to)) return invalid({ to: 'pipeline.same_status' })
    if (!(await isOffered(ctx, to))) return invalid({ to: 'pipeline.sub_status_unavailable' })
    if (dueAt <= ctx.now) return invalid({ day: 'pipeline.in_the_past' })
    if (dueAt > daysAfter(ctx.now, DAYS_AHEAD_MAX)) return invalid({ day: 'pipeline.too_far' })
    if (pending) await endPending(ctx, pending, 'replaced', ctx.viewer.userId)
    const change = { customerId: customer.id, id: idsOf(ctx).row(), ...to, localAt, timeZone }
    await ctx.db.insert(scheduledStatusChanges).values({
      ...change,
      dueAt,
      zoneRules: ZONE_RULES,
      createdAt: ctx.now,
      createdBy: ctx.viewer.userId,
    })
    await touchCustomer(ctx, customer.id)
    return succeed(
      { customerId: customer.id, resolution },
      ...(pending ? [await scheduleEvent(ctx, 'customer.schedule_replaced', pending)] : []),
      await scheduleEvent(ctx, 'customer.status_scheduled', change),
    )
  },
})

/** Cancels a pending change of status. Doing so twice changes nothing. Refusal: `pipeline.schedule_ended`, when it ended otherwise. */
export const cancelSchedule = customerCommand({
  event: 'customer.schedule_cancelled',
  permission: 'pipeline.edit',
  input: scheduleCancelling,
  run: async (ctx, customer, { scheduleId }) => {
    const found = await findScheduled(ctx, customer.id, scheduleId)
    if (!found) return notFound()
    const value = { customerId: customer.id }
    if (found.outcome === 'cancelled') return succeed(value)
    if (found.endedAt) return refused('pipeline.schedule_ended')
    await endPending(ctx, found, 'cancelled', ctx.viewer.userId)
    await touchCustomer(ctx, customer.id)
    return succeed(value, await scheduleEvent(ctx, 'customer.schedule_cancelled', found))
  },
})
