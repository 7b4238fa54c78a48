import { z } from 'zod'
import type { Primary } from '@/db/handles'
import { journeyMessages, journeys, messages, outbox, sends } from '@/db/schema'
import { succeed } from '@/lib/kernel/command'
import { customerCommand } from '@/lib/customer-group/command'
import { newId } from '@/lib/values/ids'
import type { SendChannel } from '@/lib/sending/address'
import { NEW_ADDRESS } from '@/lib/sending/destination'
import { planSend } from '@/lib/sending/plan-send'
import type { SendPlan } from '@/lib/sending/send-plan'
import { aPoint } from './builders'

type Over<T extends { $inferInsert: object }> = Partial<T['$inferInsert']>

/** A journey with one message. */
export async function aJourney(db: Primary, over: Over<typeof journeys> = {}, text: Over<typeof journeyMessages> = {}) {
  const [journey] = await db
    .insert(journeys)
    .values({ id: newId(), name: 'Segunda via', purpose: 'service', ...over })
    .returning()
  const channel: SendChannel = text.channel ?? 'email'
  const words = { name: 'Segunda via', subject: channel === 'email' ? 'Seu documento' : null, body: 'Olá, {{name}}!' }
  const [message] = await db
    .insert(journeyMessages)
    .values({ id: newId(), journeyId: journey!.id, channel, step: 1, ...words, ...text })
    .returning()
  return { journey: journey!, message: message! }
}

/** The fields of a form that sends to an address that no point of the customer has. */
export const elsewhere = (address: string) =>
  ({ to: NEW_ADDRESS, address, addressConfirmed: 'on', addressReason: 'Pediu neste endereço' }) as const

/** A send as `planSend` writes it, without a delivery. */
export async function aSend(
  db: Primary,
  customerId: string,
  over: Over<typeof sends> & { purpose?: 'service' | 'marketing' } = {},
) {
  const { purpose = 'service', ...rest } = over
  const { journey } = await aJourney(db, { purpose })
  const channel = rest.channel ?? 'email'
  const [messageId, id] = [newId(), newId()]
  const words = { name: 'Segunda via', subject: channel === 'email' ? 'Seu documento' : null, body: 'Olá!' }
  await db
    .insert(messages)
    .values({ customerId, id: messageId, journeyId: journey.id, step: 1, channel, purpose, ...words })
  const address = channel === 'email' ? 'maria@example.com' : '+5511987657777'
  const [send] = await db
    .insert(sends)
    .values({ customerId, id, messageId, journeyId: journey.id, channel, address, ...rest })
    .returning()
  return send!
}

/** A send with its row in the outbox. */
export async function aDelivery(
  db: Primary,
  customerId: string,
  over: Over<typeof outbox> = {},
  send: Parameters<typeof aSend>[2] = {},
) {
  const { id: sendId, channel, address } = await aSend(db, customerId, send)
  const payload = { to: address, text: 'Olá!', ...(channel === 'email' && { subject: 'Seu documento' }) }
  const [row] = await db
    .insert(outbox)
    .values({ id: newId(), customerId, sendId, kind: 'send', channel, payload, ...over })
    .returning()
  return row!
}

/** A journey, and an e-mail point in use. */
export async function aReachable(db: Primary, customerId: string, purpose: 'service' | 'marketing' = 'service') {
  return { ...(await aJourney(db, { purpose })), point: await aPoint(db, customerId, { primaryAt: new Date() }) }
}

/** Any command that sends. */
export const sending = (plan: SendPlan) =>
  customerCommand({
    event: 'message.sent',
    permission: 'messages.send',
    input: z.strictObject({ customerId: z.uuid() }),
    run: async (ctx, customer) => {
      const planned = await planSend(ctx, customer, plan)
      return planned.ok ? succeed(planned.sendId, planned.event) : planned
    },
  })
