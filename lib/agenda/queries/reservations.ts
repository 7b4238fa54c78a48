import { and, desc, eq, inArray, lt } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import { reservations, stores, users } from '@/db/schema'
import type { ViewedGroup } from '@/lib/customer-group/group'
import type { Ctx } from '@/lib/kernel/context'
import { beforeOf, pageOf } from '@/lib/kernel/page-of'
import { query } from '@/lib/kernel/query'
import { isUuid } from '@/lib/values/ids'
import { PAGE } from './reasons'

const seller = alias(users, 'seller')
const settler = alias(users, 'settler')

const select = ({ db }: Ctx) =>
  db
    .select({
      ...{ customerId: reservations.customerId, id: reservations.id, reservedOn: reservations.reservedOn },
      ...{ pickUpAt: reservations.pickUpAt, product: reservations.product, quantity: reservations.quantity },
      ...{ status: reservations.status, feedback: reservations.feedback, version: reservations.version },
      ...{ settledAt: reservations.settledAt, settledBy: settler.name },
      ...{ storeName: stores.name, sellerName: seller.name },
    })
    .from(reservations)
    .innerJoin(stores, eq(stores.id, reservations.storeId))
    .leftJoin(seller, eq(seller.id, reservations.sellerId))
    .leftJoin(settler, eq(settler.id, reservations.settledBy))
    .$dynamic()

export type ReservationView = Awaited<ReturnType<typeof select>>[number]

/** A customer's reservations with those of the records merged into it, newest first, 20 a page (B4). `cursor` is the last id seen. */
export const listReservations = query('agenda.read', async (ctx, { memberIds }: ViewedGroup, cursor?: string) => {
  const rows = await select(ctx)
    .where(and(inArray(reservations.customerId, [...memberIds]), lt(reservations.id, beforeOf(cursor))))
    .orderBy(desc(reservations.id))
    .limit(PAGE + 1)
  const { page, nextCursor } = pageOf(rows, PAGE, ({ id }) => id)
  return { reservations: page, nextCursor }
})

/** One reservation of the customer, or null. */
export const getReservation = query(
  'agenda.read',
  async (ctx, { memberIds }: ViewedGroup, reservationId: string | undefined): Promise<ReservationView | null> => {
    if (!isUuid(reservationId)) return null
    const [row] = await select(ctx).where(
      and(inArray(reservations.customerId, [...memberIds]), eq(reservations.id, reservationId)),
    )
    return row ?? null
  },
)
