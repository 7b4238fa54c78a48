import { and, asc, eq, inArray, sql } from 'drizzle-orm'
import type { Primary } from '@/db/handles'
import { outbox, sends } from '@/db/schema'
import { isUuid, type Ids } from '@/lib/values/ids'
import { recordInteraction } from '@/lib/sending/record-interaction'
import { stopSending } from '@/lib/sending/stop-sending'
import { takeBackFailure } from '@/lib/sending/take-back-failure'
import type { Report } from './report'

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

/** How a report reached us. `now` defaults to the present moment. */
type Arrival = { requestId: string | null; now?: Date | undefined; ids?: Ids | undefined }

/** Brings a report to its delivery, inside the caller's transaction. False when the delivery is not known (yet). */
export async function applyReport(tx: Primary, report: Report, arrival: Arrival): Promise<boolean> {
  const delivery = await findDelivery(tx, report)
  if (!delivery) return false
  const { customerId, sendId } = delivery
  const { kind, occurredAt, provider, rawCode } = report
  // First, for it locks every record of the customer in order, and the interaction only the one it belongs to.
  if (customerId && sendId && report.suppress) await suppress(tx, { customerId, sendId }, report, arrival)
  if (customerId && sendId && kind)
    await recordInteraction(tx, { customerId, sendId, kind, occurredAt, provider, rawCode })
  if (kind && kind !== 'failed' && delivery.state !== 'sent') await confirm(tx, delivery, report)
  return true
}

/** By our own id where the provider gives it back, by the provider's, and by the message itself where its answer was lost. */
async function findDelivery(
  tx: Primary,
  { provider, providerId, deliveryId, repeatedMessage }: Report,
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
  return row ?? (repeatedMessage ? lostOne(tx, provider, repeatedMessage) : null)
}

async function lostOne(
  tx: Primary,
  provider: Report['provider'],
  { to, text }: NonNullable<Report['repeatedMessage']>,
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

/** It left after all: an answer that was lost, or a worker that died before it could write it down. */
async function confirm(tx: Primary, delivery: Delivery, { provider, providerId }: Report): Promise<void> {
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
  { suppress: reason, occurredAt }: Report,
  arrival: Arrival,
): Promise<void> {
  const [sent] = await tx
    .select({ channel: sends.channel, address: sends.address })
    .from(sends)
    .where(and(eq(sends.customerId, send.customerId), eq(sends.id, send.sendId)))
  if (!sent || !reason) return
  await stopSending(tx, { ...send, ...sent, why: reason, at: occurredAt, ...arrival })
}
