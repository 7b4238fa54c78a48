import { asDate, asList, asObject, asText } from './lenient'
import { REPLY_CHANNELS, type WebhookEvent } from './webhook-event'

const KINDS: Record<string, WebhookEvent['kind']> = {
  SENT: 'sent',
  DELIVERED: 'delivered',
  VERIFIED: 'delivered',
  READ: 'opened',
  CLICKED: 'clicked',
  REJECTED: 'failed',
  NOT_DELIVERED: 'failed',
}

const BASE = { provider: 'zenvia', deliveryId: null, suppress: null } as const

/**
 * Zenvia's `MESSAGE_STATUS` and `MESSAGE` events (its OpenAPI document, v2). Only the ids and the status are needed; any other field can be
 * missing, null or of another shape. Null for anything else.
 */
export function readZenvia(body: unknown): WebhookEvent | null {
  const event = asObject(body)
  if (event.type === 'MESSAGE_STATUS') return readStatus(event)
  return event.type === 'MESSAGE' ? readMessage(event) : null
}

function readStatus(event: Record<string, unknown>): WebhookEvent | null {
  const status = asObject(event.messageStatus)
  const [providerId, code] = [asText(event.messageId), asText(status.code)]
  if (!providerId || !code) return null
  const cause = asText(asObject(asList(status.causes)[0]).channelErrorCode)
  return {
    ...BASE,
    providerId,
    kind: KINDS[code] ?? null,
    occurredAt: asDate(status.timestamp) ?? asDate(event.timestamp),
    rawCode: cause ? `${code}:${cause}` : code,
  }
}

/** Reads an outgoing message, which identifies a delivery if the provider's answer was lost, or a customer's reply. */
function readMessage(event: Record<string, unknown>): WebhookEvent | null {
  const message = asObject(event.message)
  const text = asList(message.contents)
    .map((content) => asText(asObject(content).text) ?? '')
    .join('')
    .replace(/\r\n?/g, '\n')
  const [id, to, from] = [asText(message.id), asText(message.to), asText(message.from)]
  const occurredAt = asDate(event.timestamp) ?? asDate(message.timestamp)
  const direction = asText(message.direction) ?? asText(event.direction)
  if (direction === 'IN') {
    const named = (asText(message.channel) ?? asText(event.channel))?.toLowerCase()
    const channel = REPLY_CHANNELS.find((one) => one === named)
    if (!from || !channel) return null
    return {
      ...BASE,
      providerId: null,
      kind: 'replied',
      occurredAt,
      rawCode: 'MESSAGE:IN',
      reply: { channel, from, text },
    }
  }
  if (direction !== 'OUT' || !id || !to) return null
  return { ...BASE, providerId: id, kind: 'sent', occurredAt, rawCode: 'MESSAGE', repeatedMessage: { to, text } }
}
