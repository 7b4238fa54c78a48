import { z } from 'zod'
import type { WebhookEvent } from './webhook-event'

const status = z.object({
  id: z.string(),
  type: z.literal('MESSAGE_STATUS'),
  messageId: z.string(),
  messageStatus: z.object({
    code: z.string(),
    timestamp: z.coerce.date(),
    causes: z.array(z.object({ channelErrorCode: z.coerce.string().optional() })).optional(),
  }),
})

const message = z.object({
  id: z.string(),
  type: z.literal('MESSAGE'),
  timestamp: z.coerce.date(),
  message: z.object({
    id: z.string(),
    to: z.string(),
    direction: z.literal('OUT'),
    contents: z.array(z.object({ text: z.string().optional() })),
  }),
})

const KINDS: Record<string, WebhookEvent['kind']> = {
  SENT: 'sent',
  DELIVERED: 'delivered',
  VERIFIED: 'delivered',
  READ: 'opened',
  CLICKED: 'clicked',
  REJECTED: 'failed',
  NOT_DELIVERED: 'failed',
}

/** Reads Zenvia's `MESSAGE_STATUS` events and outgoing `MESSAGE` events (its OpenAPI document, v2); null for anything else. */
export function readZenvia(sent: unknown): (WebhookEvent & { eventId: string }) | null {
  const statusEvent = status.safeParse(sent).data
  const base = { provider: 'zenvia' as const, deliveryId: null, suppress: null }
  if (statusEvent) {
    const { code, timestamp, causes } = statusEvent.messageStatus
    const cause = causes?.[0]?.channelErrorCode
    return {
      ...base,
      eventId: statusEvent.id,
      providerId: statusEvent.messageId,
      kind: KINDS[code] ?? null,
      occurredAt: timestamp,
      rawCode: cause ? `${code}:${cause}` : code,
    }
  }
  const out = message.safeParse(sent).data
  if (!out) return null
  const { id, to, contents } = out.message
  const repeatedMessage = { to, text: contents.map((content) => content.text ?? '').join('') }
  return {
    ...base,
    eventId: out.id,
    providerId: id,
    kind: 'sent',
    occurredAt: out.timestamp,
    rawCode: 'MESSAGE',
    repeatedMessage,
  }
}
