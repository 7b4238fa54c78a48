import { and, eq, getTableColumns, sql } from 'drizzle-orm'
import { z } from 'zod'
import { customers, journeys, messages, outbox, sends } from '@/db/schema'
import { command, done } from '@/lib/kernel/command'
import type { Ctx } from '@/lib/kernel/context'
import { lockCustomer } from '@/lib/kernel/customer'
import { uuid } from '@/lib/kernel/fields'
import { notFound, refused } from '@/lib/kernel/result'
import { objectionTo, type Objection } from '@/lib/sending/policy'
import { preferenceFor, reachBy, suppressionsOf } from '@/lib/sending/reach'
import { takeBackFailure } from '@/lib/sending/take-back-failure'
import { member, ofDelivery, ofMember, visibleTo } from '../visible'

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
    const root = customerId && (await lockCustomer(ctx, customerId))
    if (customerId && !root) return notFound()
    const objection = root && customerId && sendId ? await objectionNow(ctx, root.id, { customerId, sendId }) : null
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
    .leftJoin(member, ofDelivery)
    .leftJoin(customers, ofMember)
    .where(and(eq(outbox.id, id), visibleTo(ctx.viewer)))
  return row ?? null
}

/** As of the customer who answers for the record now. The reason given then lifts no wish that was spoken since. */
async function objectionNow(ctx: Ctx, rootId: string, { customerId, sendId }: { customerId: string; sendId: string }): Promise<Objection | null> {
  const [send] = await ctx.db
    .select({ ...getTableColumns(sends), purpose: messages.purpose, retiredAt: journeys.retiredAt })
    .from(sends)
    .innerJoin(messages, and(eq(messages.customerId, sends.customerId), eq(messages.id, sends.messageId)))
    .leftJoin(journeys, eq(journeys.id, sends.journeyId))
    .where(and(eq(sends.customerId, customerId), eq(sends.id, sendId)))
  if (!send) return null
  const { channel, address, purpose, retiredAt } = send
  const reach = await reachBy(ctx, rootId, channel)
  const points = reach.points.filter(({ ids, address: now }) => (send.pointId && ids.includes(send.pointId)) || now === address)
  const objection = objectionTo({
    journey: { purpose, retiredAt },
    messageChannel: channel,
    channel,
    point: points.find((point) => point.blockedAt) ?? points[0] ?? reach.at(address),
    preference: await preferenceFor(ctx, rootId, channel, purpose),
    suppressions: await suppressionsOf(ctx, channel, address),
  })
  const since = objection?.at && objection.at > send.createdAt
  return objection?.liftable && send.overrideReason && !since ? null : objection
}
