import { createHash } from 'node:crypto'
import type { Primary } from '@/db/handles'
import { webhookEvents } from '@/db/schema'
import { sanitizeJson } from '@/lib/values/sanitize-text'
import type { Ids } from '@/lib/values/ids'
import { log } from '@/lib/log'
import { applyWebhookEvent } from './apply'
import { asObject, asText } from './lenient'
import { lockWebhooks, markProcessed, processPending } from './pending'
import { readWebhookEvent } from './read'
import { redactWebhook } from './redact'
import type { Provider } from './webhook-event'

type Incoming = { provider: Provider; eventId: string; body: unknown; requestId?: string; now?: Date; ids?: Ids }

const EVENT_ID_MAX = 500

export type Received = 'processed' | 'pending' | 'duplicate' | 'unreadable' | 'foreign'

/**
 * Handles a verified webhook. Stores the event once by the provider's id and applies it to its delivery in the same transaction. The event
 * stays `pending` while its delivery is not known. An `unreadable` event is stored and logged. A `foreign` one is not about
 * a message of ours and is not stored.
 */
export async function receiveWebhook(
  db: Primary,
  { provider, eventId, body: sent, requestId, now, ids }: Incoming,
): Promise<Received> {
  const body = sanitizeJson(sent)
  const receivedAt = now ?? new Date()
  if (isForeign(provider, body)) return 'foreign'
  const event = eventId.length > EVENT_ID_MAX ? null : readWebhookEvent(provider, body, receivedAt)
  if (!event) return storeUnreadable(db, { provider, eventId, body, receivedAt })
  const { providerId, rawCode: kind } = event
  return db.transaction(async (tx) => {
    if (providerId) await lockWebhooks(tx, provider, providerId)
    const stored = await tx
      .insert(webhookEvents)
      .values({ provider, eventId, providerId, kind, body: redactWebhook(body), receivedAt })
      .onConflictDoNothing()
      .returning({ eventId: webhookEvents.eventId })
    if (!stored.length) return 'duplicate'
    if (!(await applyWebhookEvent(tx, event, { requestId: requestId ?? null, now, ids }))) return 'pending'
    await markProcessed(tx, provider, eventId)
    if (providerId && event.repeatedMessage) await processPending(tx, provider, providerId)
    return 'processed'
  })
}

/** Whether it is an event of Resend that is not about an e-mail that we sent. */
const isForeign = (provider: Provider, body: unknown): boolean => {
  const type = asText(asObject(body).type)
  return provider === 'resend' && type !== null && (!type.startsWith('email.') || type === 'email.received')
}

type Unreadable = { provider: Provider; eventId: string; body: unknown; receivedAt: Date }

/** Stores an event that could not be read, for diagnosis. It is deleted with the other events. */
async function storeUnreadable(db: Primary, { eventId, provider, body, receivedAt }: Unreadable): Promise<Received> {
  log.warn({ provider, type: asText(asObject(body).type) }, 'a webhook cannot be read')
  const shortId = eventId.length > EVENT_ID_MAX ? createHash('sha256').update(eventId).digest('hex') : eventId
  const values = { provider, eventId: shortId, kind: 'unreadable', body: redactWebhook(body), receivedAt }
  await db
    .insert(webhookEvents)
    .values({ ...values, processedAt: receivedAt })
    .onConflictDoNothing()
  return 'unreadable'
}
