import { and, eq } from 'drizzle-orm'
import { reminders } from '@/db/schema'
import { customerCommand } from '@/lib/customer-group/command'
import { touchCustomer } from '@/lib/customer-group/touch'
import { succeed } from '@/lib/kernel/command'
import { idsOf, type WriteCtx } from '@/lib/kernel/context'
import { conflict, invalid, notFound, refused } from '@/lib/kernel/result'
import { today } from '@/lib/kernel/today'
import { findReminder, storeFor, type Reminder } from '../find'
import { newReminder, reminderChange, reminderEnding } from '../schema'

/**
 * Adds a reminder of the viewer about a customer (B7). Refusals: `agenda.no_store`; at fields: `agenda.past_day`,
 * `agenda.store_unavailable`.
 */
export const createReminder = customerCommand({
  event: 'reminder.created',
  permission: 'agenda.work',
  input: newReminder,
  run: async (ctx, customer, { scheduledOn, comment, storeId: chosenId }) => {
    if (scheduledOn < today(ctx.now)) return invalid({ scheduledOn: 'agenda.past_day' })
    const storeId = await storeFor(ctx, customer, chosenId)
    if (!storeId) return chosenId ? invalid({ storeId: 'agenda.store_unavailable' }) : refused('agenda.no_store')
    const id = idsOf(ctx).row()
    const { userId } = ctx.viewer
    await ctx.db.insert(reminders).values({
      ...{ customerId: customer.id, id, scheduledOn, comment, storeId, sellerId: userId },
      ...{ createdAt: ctx.now, createdBy: userId },
    })
    await touchCustomer(ctx, customer.id)
    return succeed(
      { customerId: customer.id, reminderId: id },
      { ...about(customer.id, id), before: null, after: { comment }, details: { after: { scheduledOn } } },
    )
  },
})

/** Changes the day or the comment of an open reminder. Refusals: `stale`, `agenda.reminder_settled`; at a field: `agenda.past_day`. */
export const changeReminder = customerCommand({
  event: 'reminder.changed',
  permission: 'agenda.work',
  input: reminderChange,
  run: async (ctx, customer, { reminderId, version, scheduledOn, comment }) => {
    const found = await findReminder(ctx, customer.id, reminderId)
    if (!found) return notFound()
    if (found.status !== 'open') return refused('agenda.reminder_settled')
    if (found.version !== version) return conflict('stale', { scheduledOn: found.scheduledOn, comment: found.comment })
    const value = { customerId: customer.id, reminderId }
    const isMoved = found.scheduledOn !== scheduledOn
    if (!isMoved && found.comment === comment) return succeed(value)
    if (isMoved && scheduledOn < today(ctx.now)) return invalid({ scheduledOn: 'agenda.past_day' })
    await update(ctx, found, { scheduledOn, comment })
    await touchCustomer(ctx, customer.id)
    return succeed(value, {
      ...about(customer.id, reminderId),
      ...(found.comment !== comment && { before: { comment: found.comment }, after: { comment } }),
      ...(isMoved && { details: { before: { scheduledOn: found.scheduledOn }, after: { scheduledOn } } }),
    })
  },
})

/** Ends an open reminder. Doing so twice changes nothing. Refusals: `stale`, `agenda.reminder_settled`. */
const end = (status: 'done' | 'cancelled') =>
  customerCommand({
    event: `reminder.${status}`,
    permission: 'agenda.work',
    input: reminderEnding,
    run: async (ctx, customer, { reminderId, version }) => {
      const found = await findReminder(ctx, customer.id, reminderId)
      if (!found) return notFound()
      const value = { customerId: customer.id, reminderId }
      if (found.status === status) return succeed(value)
      if (found.status !== 'open') return refused('agenda.reminder_settled')
      if (found.version !== version) return conflict('stale')
      await update(ctx, found, { status, settledAt: ctx.now, settledBy: ctx.viewer.userId })
      await touchCustomer(ctx, customer.id)
      return succeed(value, { ...about(customer.id, reminderId), details: { scheduledOn: found.scheduledOn } })
    },
  })

export const completeReminder = end('done')
export const cancelReminder = end('cancelled')

const update = ({ db }: WriteCtx, { customerId, id, version }: Reminder, change: Partial<Reminder>) =>
  db
    .update(reminders)
    .set({ ...change, version: version + 1 })
    .where(and(eq(reminders.customerId, customerId), eq(reminders.id, id)))

const about = (customerId: string, id: string) => ({ customerId, subject: `reminder:${id}` })
