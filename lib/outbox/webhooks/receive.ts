import type { Primary } from '@/db/handles'
import { webhookEvents } from '@/db/schema'
import { sanitizeJson } from '@/lib/values/sanitize-text'
import type { Ids } from '@/lib/values/ids'
import { applyWebhookEvent } from './apply'
import { lockWebhooks, markProcessed, processPending } from './pending'
import { readWebhookEvent } from './read'
import type { Provider } from './webhook-event'

type Incoming = { provider: Provider; eventId: string; body: unknown; requestId?: string; now?: Date; ids?: Ids }

const EVENT_ID_MAX = 500

export type Received = 'processed' | 'pending' | 'duplicate' | 'ignored'

/**
 * Handles a verified webhook. Stores the event once by the provider's id and applies it to its delivery in the same transaction. The event
 * stays `pending` while its delivery is not known. An event that we do not understand is `ignored` and not stored.
 */
export async function receiveWebhook(
  db: Primary,
  { provider, eventId, body: sent, requestId, now, ids }: Incoming,
): Promise<Received> {
  const body = sanitizeJson(sent)
  const event = readWebhookEvent(provider, body)
  if (!event || eventId.length > EVENT_ID_MAX) return 'ignored'
  const { providerId, rawCode: kind } = event
  return db.transaction(async (tx) => {
    if (providerId) await lockWebhooks(tx, provider, providerId)
    const stored = await tx
      .insert(webhookEvents)
      .values({ provider, eventId, providerId, kind, body, receivedAt: now ?? new Date() })
      .onConflictDoNothing()
      .returning({ eventId: webhookEvents.eventId })
    if (!stored.length) return 'duplicate'
    if (!(await applyWebhookEvent(tx, event, { requestId: requestId ?? null, now, ids }))) return 'pending'
    await markProcessed(tx, provider, eventId)
    if (providerId && event.repeatedMessage) await processPending(tx, provider, providerId)
    return 'processed'
  })
}
