import { and, eq, sql } from 'drizzle-orm'
import { z } from 'zod'
import { customers, outbox } from '@/db/schema'
import { command, succeed } from '@/lib/kernel/command'
import type { WriteCtx } from '@/lib/kernel/context'
import { lockCustomer } from '@/lib/customer-group/lock'
import { uuid } from '@/lib/values/fields'
import { notFound, refused } from '@/lib/kernel/result'
import { recheckSends } from '@/lib/sending/recheck-sends'
import { takeBackFailure } from '@/lib/sending/take-back-failure'
import { member, ofDelivery, ofMember, visibleTo } from '../visible'

/**
 * Queues a delivery again that was given up, with the same idempotency key. It is checked like a new send. Refusals: `sending.<rule>` as for
 * a new send, and `sending.not_dead` if it is not given up any more.
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
    const objection = customerId && sendId ? (await recheckSends(ctx.db, [{ customerId, sendId }])).get(sendId) : null
    if (objection) return refused(`sending.${objection.rule}`)
    const queued = {
      state: 'waiting' as const,
      attempts: 0,
      dueAt: sql`now()`,
      firstTriedAt: null,
      failure: null,
      failureDetail: null,
      doneAt: null,
    }
    const rows = await ctx.db
      .update(outbox)
      .set(queued)
      .where(and(eq(outbox.id, deliveryId), eq(outbox.state, 'dead')))
      .returning({ id: outbox.id })
    if (!rows.length) return refused('sending.not_dead')
    if (customerId && sendId) await takeBackFailure(ctx.db, { customerId, sendId })
    return succeed({ deliveryId }, { customerId, subject: `delivery:${deliveryId}`, details: { failure } })
  },
})

async function find(ctx: WriteCtx, id: string) {
  const [row] = await ctx.db
    .select({ customerId: outbox.customerId, sendId: outbox.sendId, failure: outbox.failure })
    .from(outbox)
    .leftJoin(member, ofDelivery)
    .leftJoin(customers, ofMember)
    .where(and(eq(outbox.id, id), visibleTo(ctx.viewer)))
  return row ?? null
}
