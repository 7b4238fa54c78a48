import { createHash } from 'node:crypto'
import type { Primary } from '@/db/handles'
import { readInboundEvent, type Arrival } from '@/lib/conversations/inbound-event'
import type { MessageSource } from '@/lib/conversations/find-sender'
import { receiveArrival, type Received } from '@/lib/conversations/receive-arrival'
import { log } from '@/lib/log'
import { applyOptOut } from '@/lib/outbox/webhooks/apply-reply'
import type { Ids } from '@/lib/values/ids'
import { sanitizeJson } from '@/lib/values/sanitize-text'

type Incoming = { eventId: string; body: unknown; requestId: string | null; now?: Date; ids?: Ids }

const EVENT_ID_MAX = 200

/**
 * Handles a verified event of the inbound webhook: its messages go into the customer's conversation, and a message such as SAIR by SMS or
 * WhatsApp also cancels messages. `unreadable`: the event has another form, and nothing was stored.
 */
export async function receiveInbound(
  db: Primary,
  { eventId, body, requestId, now = new Date(), ids }: Incoming,
): Promise<Received | 'unreadable'> {
  const arrival = readInboundEvent(sanitizeJson(body), now)
  if (!arrival) {
    log.warn({ eventId: eventId.slice(0, EVENT_ID_MAX) }, 'an inbound event cannot be read')
    return 'unreadable'
  }
  if (!arrival.messages.length) return 'stored'
  return db.transaction((tx) =>
    receiveArrival(
      tx,
      {
        source: 'webhook',
        eventId: shortId(eventId),
        arrival,
        onFirst: () => applyOptOuts(tx, arrival, { requestId, now, ids }),
      },
      { now, ids },
    ),
  )
}

async function applyOptOuts(tx: Primary, { channel, address, messages }: Arrival, context: Context) {
  if ((channel !== 'sms' && channel !== 'whatsapp') || !address) return
  for (const { direction, body, at } of messages)
    if (direction === 'in') await applyOptOut(tx, { channel, from: address, text: body }, at, context)
}

type Context = { requestId: string | null; now: Date; ids?: Ids | undefined }

/** Longer ids do not fit into an index. */
const shortId = (id: string) => (id.length > EVENT_ID_MAX ? createHash('sha256').update(id).digest('hex') : id)

type Reply = { channel: 'sms' | 'whatsapp'; from: string; text: string }

/** Puts a reply that a provider reported into the customer's conversation. Its opt-out was applied with the provider's event. */
export function receiveReply(
  db: Primary,
  source: MessageSource,
  { eventId, reply, at, now = new Date() }: { eventId: string; reply: Reply; at: Date; now?: Date },
): Promise<Received> | null {
  const event = {
    type: 'messages.received',
    channel: reply.channel,
    from: reply.from,
    messages: [{ id: shortId(eventId), by: 'customer', at: at.toISOString(), text: reply.text }],
  }
  const arrival = readInboundEvent(sanitizeJson(event), now)
  if (!arrival?.messages.length) return null
  return db.transaction((tx) => receiveArrival(tx, { source, eventId: shortId(eventId), arrival }, { now }))
}
