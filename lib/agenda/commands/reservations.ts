import { and, eq, sql } from 'drizzle-orm'
import { reservations } from '@/db/schema'
import { readRows } from '@/db/read'
import { customerCommand } from '@/lib/customer-group/command'
import { touchCustomer } from '@/lib/customer-group/touch'
import { env } from '@/lib/env'
import { succeed } from '@/lib/kernel/command'
import { idsOf, type WriteCtx } from '@/lib/kernel/context'
import { conflict, invalid, notFound, refused } from '@/lib/kernel/result'
import { today } from '@/lib/kernel/today'
import { findReservation, storeFor } from '../find'
import { newReservation, reservationEnding } from '../schema'

/**
 * Reserves a product for a customer (B4), who then has to confirm it. Refusals: `agenda.no_store`; at fields: `agenda.past_day`,
 * `agenda.store_unavailable`.
 */
export const createReservation = customerCommand({
  event: 'reservation.created',
  permission: 'agenda.work',
  input: newReservation,
  run: async (ctx, customer, { pickUpOn, pickUpTime, storeId: chosenId, product, quantity }) => {
    if (pickUpOn < today(ctx.now)) return invalid({ pickUpOn: 'agenda.past_day' })
    const storeId = await storeFor(ctx, customer, chosenId)
    if (!storeId) return chosenId ? invalid({ storeId: 'agenda.store_unavailable' }) : refused('agenda.no_store')
    const id = idsOf(ctx).row()
    const { userId } = ctx.viewer
    const pickUpAt = await instantOf(ctx, pickUpOn, pickUpTime)
    await ctx.db.insert(reservations).values({
      ...{ customerId: customer.id, id, reservedOn: today(ctx.now), pickUpAt, storeId, sellerId: userId },
      ...{ product, quantity: String(quantity), createdAt: ctx.now, createdBy: userId },
    })
    await touchCustomer(ctx, customer.id)
    return succeed(
      { customerId: customer.id, reservationId: id },
      {
        ...about(customer.id, id),
        before: null,
        after: { product },
        details: { after: { pickUpAt: pickUpAt.toISOString() } },
      },
    )
  },
})

/**
 * Ends a waiting reservation, with the seller's feedback. Doing so twice changes nothing. Refusals: `stale`, `agenda.reservation_settled`.
 */
const end = (status: 'confirmed' | 'cancelled') =>
  customerCommand({
    event: `reservation.${status}`,
    permission: 'agenda.work',
    input: reservationEnding,
    run: async (ctx, customer, { reservationId, version, feedback }) => {
      const found = await findReservation(ctx, customer.id, reservationId)
      if (!found) return notFound()
      const value = { customerId: customer.id, reservationId }
      if (found.status === status && found.feedback === feedback) return succeed(value)
      if (found.status !== 'waiting') return refused('agenda.reservation_settled')
      if (found.version !== version) return conflict('stale')
      await ctx.db
        .update(reservations)
        .set({ status, feedback, settledAt: ctx.now, settledBy: ctx.viewer.userId, version: version + 1 })
        .where(and(eq(reservations.customerId, found.customerId), eq(reservations.id, found.id)))
      await touchCustomer(ctx, customer.id)
      const after = { product: found.product, ...(feedback && { comment: feedback }) }
      return succeed(value, { ...about(customer.id, reservationId), before: null, after })
    },
  })

export const confirmReservation = end('confirmed')
export const cancelReservation = end('cancelled')

const about = (customerId: string, id: string) => ({ customerId, subject: `reservation:${id}` })

/** The instant of a day and a time in the company's time zone. */
async function instantOf({ db }: WriteCtx, day: string, time: string): Promise<Date> {
  const [row] = await readRows<{ ms: number }>(
    db,
    sql`select extract(epoch from ${`${day} ${time}`}::timestamp at time zone ${env().COMPANY_TIME_ZONE})::float8 * 1000 as ms`,
  )
  return new Date(row!.ms)
}
