import { and, eq } from 'drizzle-orm'
import { z } from 'zod'
import { outbox } from '@/db/schema'
import { succeed } from '@/lib/kernel/command'
import { customerCommand } from '@/lib/customer-group/command'
import { uuid } from '@/lib/values/fields'
import { newId } from '@/lib/values/ids'
import { notFound, refused } from '@/lib/kernel/result'
import { SIMULATED_KINDS } from '../webhooks/read-offline'
import { receiveWebhook } from '../webhooks/receive'
import { canSimulate } from '../visible'

/**
 * Simulates a provider's webhook for a delivery of the offline outbox, and handles it like a real one. Refusals: `sending.not_offline` (a
 * provider sent it, or a provider is configured by now), `sending.not_sent_yet`.
 */
export const simulateEvent = customerCommand({
  event: 'delivery.played',
  permission: 'outbox.read',
  input: z.strictObject({ customerId: uuid, deliveryId: uuid, kind: z.enum(SIMULATED_KINDS) }),
  run: async (ctx, customer, { customerId, deliveryId, kind }) => {
    const [delivery] = await ctx.db
      .select({ channel: outbox.channel, state: outbox.state, provider: outbox.provider, sendId: outbox.sendId })
      .from(outbox)
      .where(and(eq(outbox.id, deliveryId), eq(outbox.customerId, customerId)))
    if (!delivery?.sendId) return notFound()
    if (!canSimulate(delivery)) return refused('sending.not_offline')
    if (delivery.state !== 'sent') return refused('sending.not_sent_yet')
    const body = { deliveryId, kind, at: ctx.now.toISOString() }
    await receiveWebhook(ctx.db, { provider: 'offline', eventId: newId(), body, requestId: ctx.requestId })
    return succeed({ deliveryId }, { customerId: customer.id, subject: `delivery:${deliveryId}`, details: { kind } })
  },
})
