import { and, asc, eq, inArray, sql } from 'drizzle-orm'
import type { Primary } from '@/db/handles'
import { outbox, sends } from '@/db/schema'
import { isUuid } from '@/lib/values/ids'
import { recordInteraction } from '@/lib/sending/record-interaction'
import { stopSending } from '@/lib/sending/stop-sending'
import { takeBackFailure } from '@/lib/sending/take-back-failure'
import { applyReply } from './apply-reply'
import type { DatedEvent } from './read'
import type { Context, WebhookEvent } from './webhook-event'

const columns = {
  id: outbox.id,
  customerId: outbox.customerId,
  sendId: outbox.sendId,
  state: outbox.state,
  provider: outbox.provider,
}

type Delivery = {
  id: string
  customerId: string | null
  sendId: string | null
  state: (typeof outbox.$inferSelect)['state']
}

/** Applies an event to its delivery, inside the caller's transaction. Returns false if the delivery is not known (yet). */
export async function applyWebhookEvent(tx: Primary, event: DatedEvent, context: Context): Promise<boolean> {
  if (event.reply) return applyReply(tx, event, event.reply, event.occurredAt, context)
  const delivery = await findDelivery(tx, event)
  if (!delivery) return false
  const { customerId, sendId } = delivery
  const { kind, occurredAt, provider, rawCode } = event
  // This runs first, because it locks all records of the customer in order, and the interaction locks only one of them.
  if (customerId && sendId && event.suppress) await suppress(tx, { customerId, sendId }, event, context)
  if (customerId && sendId && kind)
    await recordInteraction(tx, { customerId, sendId, kind, occurredAt, provider, rawCode })
  if (kind && kind !== 'failed' && delivery.state !== 'sent') await confirm(tx, delivery, event)
  return true
}

/** Finds the delivery by our id, by the provider's id, or by the text of the message if the provider's answer was lost. */
async function findDelivery(
  tx: Primary,
  { provider, providerId, deliveryId, repeatedMessage }: WebhookEvent,
): Promise<Delivery | null> {
  if (isUuid(deliveryId)) {
    const [row] = await tx
      .select(columns)
      .from(outbox)
      .where(and(eq(outbox.id, deliveryId), eq(outbox.provider, provider)))
    if (row) return row
  }
  if (!providerId) return null
  const [row] = await tx
    .select(columns)
    .from(outbox)
    .where(and(eq(outbox.provider, provider), eq(outbox.providerId, providerId)))
    .limit(1)
  return row ?? (repeatedMessage ? findLost(tx, provider, repeatedMessage) : null)
}

async function findLost(
  tx: Primary,
  provider: WebhookEvent['provider'],
  { to, text }: NonNullable<WebhookEvent['repeatedMessage']>,
): Promise<Delivery | null> {
  const [row] = await tx
    .select(columns)
    .from(outbox)
    .where(
      and(
        inArray(outbox.state, ['dead']),
        eq(outbox.provider, provider),
        eq(outbox.failure, 'outcome_unknown'),
        sql`ltrim(${outbox.payload}->>'to', '+') = ${to.replace(/^\+/, '')}`,
        sql`${outbox.payload}->>'text' = ${text}`,
      ),
    )
    .orderBy(asc(outbox.id))
    .limit(1)
  return row ?? null
}

/** Marks a delivery as sent whose answer was lost, or whose worker was killed before it could record the answer. */
async function confirm(tx: Primary, delivery: Delivery, { provider, providerId }: WebhookEvent): Promise<void> {
  const { customerId, sendId } = delivery
  if (delivery.state === 'dead' && customerId && sendId) await takeBackFailure(tx, { customerId, sendId })
  await tx
    .update(outbox)
    .set({
      state: 'sent',
      providerId,
      doneAt: sql`now()`,
      failure: null,
      failureDetail: null,
      ...(provider !== 'offline' && { payload: null }),
    })
    .where(eq(outbox.id, delivery.id))
}

async function suppress(
  tx: Primary,
  send: { customerId: string; sendId: string },
  { suppress: reason, occurredAt }: DatedEvent,
  context: Context,
): Promise<void> {
  const [sent] = await tx
    .select({ channel: sends.channel, address: sends.address })
    .from(sends)
    .where(and(eq(sends.customerId, send.customerId), eq(sends.id, send.sendId)))
  if (!sent || !reason) return
  await stopSending(tx, { ...send, ...sent, why: reason, at: occurredAt, ...context })
}
