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
const FIRST_YEAR = 2020

/** Reads the body of a webhook. Null if it is not an event, or if its ids or date are implausible. A time in the future becomes the current time. */
export function readWebhookEvent(provider: Provider, body: unknown): WebhookEvent | null {
  const event = READERS[provider](body)
  if (!event || (event.providerId?.length ?? 0) > ID_MAX || event.occurredAt.getUTCFullYear() < FIRST_YEAR) return null
  return {
    ...event,
    rawCode: event.rawCode.slice(0, ID_MAX),
    occurredAt: new Date(Math.min(event.occurredAt.getTime(), Date.now())),
  }
}
