import { readOffline } from './read-offline'
import { readResend } from './read-resend'
import { readZenvia } from './read-zenvia'
import type { Provider, WebhookEvent } from './webhook-event'

const READERS: Record<Provider, (body: unknown) => WebhookEvent | null> = {
  offline: readOffline,
  resend: readResend,
  zenvia: readZenvia,
}

const ID_MAX = 200

export type DatedEvent = WebhookEvent & { occurredAt: Date }

/**
 * Reads the body of a webhook. Null if it cannot be read, or if its id is longer than any provider's. An event without a date happened when
 * it arrived. A time in the future becomes the current time.
 */
export function readWebhookEvent(provider: Provider, body: unknown, arrivedAt: Date): DatedEvent | null {
  const event = READERS[provider](body)
  if (!event || (event.providerId?.length ?? 0) > ID_MAX) return null
  const occurredAt = event.occurredAt ?? arrivedAt
  return {
    ...event,
    rawCode: event.rawCode.slice(0, ID_MAX),
    occurredAt: new Date(Math.min(occurredAt.getTime(), Date.now())),
  }
}
