import { and, eq } from 'drizzle-orm'
import { z } from 'zod'
import { outbox } from '@/db/schema'
import { succeed } from '@/lib/kernel/command'
import { customerCommand } from '@/lib/customer-group/command'
import { uuid } from '@/lib/values/fields'
import { newId } from '@/lib/values/ids'
import { notFound, refused } from '@/lib/kernel/result'
import { PLAYABLE } from '../webhooks/read-offline'
import { receiveReport } from '../webhooks/receive'
import { isPlayable } from '../visible'

/**
 * Plays what a provider would report of a delivery of the offline outbox, the way real reports come in. Refusals: `sending.not_offline`
 * (a real provider carried it, or would now), `sending.not_sent_yet`.
 */
export const simulateEvent = customerCommand({
  event: 'delivery.played',
  permission: 'outbox.read',
  input: z.strictObject({ customerId: uuid, deliveryId: uuid, kind: z.enum(PLAYABLE) }),
  run: async (ctx, customer, { customerId, deliveryId, kind }) => {
    const [delivery] = await ctx.db
      .select({ channel: outbox.channel, state: outbox.state, provider: outbox.provider, sendId: outbox.sendId })
      .from(outbox)
      .where(and(eq(outbox.id, deliveryId), eq(outbox.customerId, customerId)))
    if (!delivery?.sendId) return notFound()
    if (!isPlayable(delivery)) return refused('sending.not_offline')
    if (delivery.state !== 'sent') return refused('sending.not_sent_yet')
    const body = { deliveryId, kind, at: ctx.now.toISOString() }
    await receiveReport(ctx.db, { provider: 'offline', eventId: newId(), body, requestId: ctx.requestId })
    return succeed({ deliveryId }, { customerId: customer.id, subject: `delivery:${deliveryId}`, details: { kind } })
  },
})
