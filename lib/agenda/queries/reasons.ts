import { and, desc, eq, inArray, lt } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import { agendaReasons, stores, users } from '@/db/schema'
import type { ViewedGroup } from '@/lib/customer-group/group'
import type { Ctx } from '@/lib/kernel/context'
import { beforeOf, pageOf } from '@/lib/kernel/page-of'
import { query } from '@/lib/kernel/query'
import { today } from '@/lib/kernel/today'
import { isUuid } from '@/lib/values/ids'
import { currentCause, currentStatus } from '../reason-status'

export const PAGE = 20

/** The alias that `currentStatus` and `currentCause` read. */
const r = alias(agendaReasons, 'r')

const select = ({ db, now }: Ctx) =>
  db
    .select({
      ...{ customerId: r.customerId, id: r.id, number: r.number, kind: r.kind, reason: r.reason, message: r.message },
      ...{ opensOn: r.opensOn, closesOn: r.closesOn, createdAt: r.createdAt, version: r.version },
      ...{ settledAt: r.settledAt, settledBy: r.settledBy, storeName: stores.name, sellerName: users.name },
      status: currentStatus(today(now)),
      cause: currentCause(),
    })
    .from(r)
    .innerJoin(stores, eq(stores.id, r.storeId))
    .leftJoin(users, eq(users.id, r.sellerId))
    .$dynamic()

/** A reason with its status at this moment. `cause`: the words of the person in `settledBy`, or those of a system. */
export type ReasonView = Awaited<ReturnType<typeof select>>[number]

/** A customer's reasons with those of the records merged into it, newest first, 20 a page (B5). `cursor` is the last id seen. */
export const listReasons = query('agenda.read', async (ctx, { memberIds }: ViewedGroup, cursor?: string) => {
  const rows = await select(ctx)
    .where(and(inArray(r.customerId, [...memberIds]), lt(r.id, beforeOf(cursor))))
    .orderBy(desc(r.id))
    .limit(PAGE + 1)
  const { page, nextCursor } = pageOf(rows, PAGE, ({ id }) => id)
  return { reasons: page, nextCursor }
})

/** One reason of the customer, or null. */
export const getReason = query(
  'agenda.read',
  async (ctx, { memberIds }: ViewedGroup, reasonId: string | undefined): Promise<ReasonView | null> => {
    if (!isUuid(reasonId)) return null
    const [row] = await select(ctx).where(and(inArray(r.customerId, [...memberIds]), eq(r.id, reasonId)))
    return row ?? null
  },
)

/** The reasons for which a contact can be made now, the one that ends first before the others, at most 20. */
export const listPendingReasons = query('agenda.read', async (ctx, { memberIds }: ViewedGroup) => {
  const rows = await select(ctx)
    .where(and(inArray(r.customerId, [...memberIds]), eq(r.status, 'pending')))
    .orderBy(r.closesOn, r.id)
    .limit(PAGE)
  return rows.filter(({ status }) => status === 'pending')
})
