import { and, eq, sql } from 'drizzle-orm'
import { z } from 'zod'
import { customers, journeys, messages, outbox, sends } from '@/db/schema'
import { command, done } from '@/lib/kernel/command'
import type { Ctx } from '@/lib/kernel/context'
import { lockCustomer } from '@/lib/kernel/customer'
import { uuid } from '@/lib/kernel/fields'
import { notFound, refused } from '@/lib/kernel/result'
import { objectionTo, type Objection } from '@/lib/sending/policy'
import { pointsFor, preferenceFor, suppressionsOf } from '@/lib/sending/reach'
import { takeBackFailure } from '@/lib/sending/take-back-failure'
import { visibleTo } from '../visible'

/**
 * Puts a delivery that was given up back in the queue, under the same key. What the customer has said since counts: refusals as of a new send
 * (`sending.<rule>`), and `sending.not_dead` when it is no longer given up.
 */
export const retryDelivery = command({
  event: 'delivery.retried',
  permission: 'outbox.manage',
  input: z.strictObject({ deliveryId: uuid }),
  run: async (ctx, { deliveryId }) => {
    const found = await find(ctx, deliveryId)
    if (!found) return notFound()
    const { customerId, sendId, failure } = found
    if (customerId && !(await lockCustomer(ctx, customerId))) return notFound()
    const objection = customerId && sendId ? await objectionNow(ctx, customerId, sendId) : null
    if (objection) return refused(`sending.${objection.rule}`)
    const again = { state: 'waiting' as const, attempts: 0, dueAt: sql`now()`, firstTriedAt: null, failure: null, failureDetail: null, doneAt: null }
    const rows = await ctx.db.update(outbox).set(again).where(and(eq(outbox.id, deliveryId), eq(outbox.state, 'dead'))).returning({ id: outbox.id })
    if (!rows.length) return refused('sending.not_dead')
    if (customerId && sendId) await takeBackFailure(ctx.db, { customerId, sendId })
    return done({ deliveryId }, { customerId, subject: `delivery:${deliveryId}`, details: { failure } })
  },
})

async function find(ctx: Ctx, id: string) {
  const [row] = await ctx.db
    .select({ customerId: outbox.customerId, sendId: outbox.sendId, failure: outbox.failure })
    .from(outbox)
    .leftJoin(customers, eq(customers.id, outbox.customerId))
    .where(and(eq(outbox.id, id), visibleTo(ctx.viewer)))
  return row ?? null
}

async function objectionNow(ctx: Ctx, customerId: string, sendId: string): Promise<Objection | null> {
  const [send] = await ctx.db
    .select({ channel: sends.channel, address: sends.address, pointId: sends.pointId, overrideReason: sends.overrideReason, purpose: messages.purpose, retiredAt: journeys.retiredAt })
    .from(sends)
    .innerJoin(messages, and(eq(messages.customerId, sends.customerId), eq(messages.id, sends.messageId)))
    .leftJoin(journeys, eq(journeys.id, sends.journeyId))
    .where(and(eq(sends.customerId, customerId), eq(sends.id, sendId)))
  if (!send) return null
  const { channel, address, purpose } = send
  const points = await pointsFor(ctx, customerId, channel)
  const objection = objectionTo({
    journey: { purpose, retiredAt: send.retiredAt },
    messageChannel: channel,
    channel,
    point: points.find((point) => point.id === send.pointId || point.address === address) ?? null,
    preference: await preferenceFor(ctx, customerId, channel, purpose),
    suppressions: await suppressionsOf(ctx, channel, address),
  })
  return objection?.liftable && send.overrideReason ? null : objection
}
