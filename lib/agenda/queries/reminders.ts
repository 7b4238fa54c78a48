import { and, desc, eq, inArray, lt } from 'drizzle-orm'
import { reminders, stores, users } from '@/db/schema'
import type { ViewedGroup } from '@/lib/customer-group/group'
import type { Ctx } from '@/lib/kernel/context'
import { beforeOf, pageOf } from '@/lib/kernel/page-of'
import { query } from '@/lib/kernel/query'
import { isUuid } from '@/lib/values/ids'
import { PAGE } from './reasons'

const select = ({ db }: Ctx) =>
  db
    .select({
      ...{ customerId: reminders.customerId, id: reminders.id, scheduledOn: reminders.scheduledOn },
      ...{ comment: reminders.comment, status: reminders.status, version: reminders.version },
      ...{ createdAt: reminders.createdAt, storeName: stores.name, sellerName: users.name },
    })
    .from(reminders)
    .innerJoin(stores, eq(stores.id, reminders.storeId))
    .innerJoin(users, eq(users.id, reminders.sellerId))
    .$dynamic()

export type ReminderView = Awaited<ReturnType<typeof select>>[number]

/** A customer's reminders with those of the records merged into it, newest first, 20 a page (B7). `cursor` is the last id seen. */
export const listReminders = query('agenda.read', async (ctx, { memberIds }: ViewedGroup, cursor?: string) => {
  const rows = await select(ctx)
    .where(and(inArray(reminders.customerId, [...memberIds]), lt(reminders.id, beforeOf(cursor))))
    .orderBy(desc(reminders.id))
    .limit(PAGE + 1)
  const { page, nextCursor } = pageOf(rows, PAGE, ({ id }) => id)
  return { reminders: page, nextCursor }
})

/** One reminder of the customer, or null. */
export const getReminder = query(
  'agenda.read',
  async (ctx, { memberIds }: ViewedGroup, reminderId: string | undefined): Promise<ReminderView | null> => {
    if (!isUuid(reminderId)) return null
    const [row] = await select(ctx).where(
      and(inArray(reminders.customerId, [...memberIds]), eq(reminders.id, reminderId)),
    )
    return row ?? null
  },
)
