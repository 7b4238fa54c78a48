import { and, desc, eq } from 'drizzle-orm'
import type { Primary } from '@/db/handles'
import { messages, sends } from '@/db/schema'
import { parseRecipient } from '@/lib/sending/address'
import { recordInteraction } from '@/lib/sending/record-interaction'
import { stopSending, suppress } from '@/lib/sending/stop-sending'
import { purposesCancelledWith } from '@/lib/sending/unsubscribe'
import { isOptOut } from './opt-out-words'
import type { Context, Reply, WebhookEvent } from './webhook-event'

const REASON_MAX = 300

/**
 * Applies a reply to the newest message to its number, and its opt-out. Runs in the caller's transaction. Returns true.
 */
export async function applyReply(
  tx: Primary,
  { provider, rawCode }: WebhookEvent,
  reply: Reply,
  occurredAt: Date,
  context: Context,
): Promise<boolean> {
  const send = await applyOptOut(tx, reply, occurredAt, context)
  if (send) await recordInteraction(tx, { ...send, kind: 'replied', occurredAt, provider, rawCode })
  return true
}

/**
 * SAIR, PARE, STOP, BAJA and the like cancel the same messages as the unsubscribe link of the newest message to the number; if there is no
 * message, they suppress promotions to the number. Other replies change nothing. Returns the newest message to the number, or null.
 */
export async function applyOptOut(tx: Primary, { channel, from, text }: Reply, occurredAt: Date, context: Context) {
  const address = parseRecipient(channel, from.startsWith('+') ? from : `+${from}`) ?? from
  const send = await newestTo(tx, channel, address)
  if (!isOptOut(text)) return send
  if (send) {
    const evidence = { reason: text.slice(0, REASON_MAX), purposes: purposesCancelledWith(send.purpose) }
    await stopSending(tx, { ...send, channel, address, why: 'replied', at: occurredAt, ...evidence, ...context })
  } else {
    await suppress(tx, { channel, address, reason: 'unsubscribed', purpose: 'marketing', at: occurredAt })
  }
  return send
}

async function newestTo(tx: Primary, channel: Reply['channel'], address: string) {
  const [row] = await tx
    .select({ customerId: sends.customerId, sendId: sends.id, purpose: messages.purpose })
    .from(sends)
    .innerJoin(messages, and(eq(messages.customerId, sends.customerId), eq(messages.id, sends.messageId)))
    .where(and(eq(sends.address, address), eq(sends.channel, channel)))
    .orderBy(desc(sends.id))
    .limit(1)
  return row ?? null
}
