import { and, asc, eq, isNull, sql } from 'drizzle-orm'
import { lockSubject } from '@/db/advisory-locks'
import type { Primary } from '@/db/handles'
import { webhookEvents } from '@/db/schema'
import { applyWebhookEvent } from './apply'
import { readWebhookEvent } from './read'
import type { Provider } from './webhook-event'

/** Makes webhooks of a delivery and the worker that records its id wait for each other, so that neither misses the other's rows. */
export async function lockWebhooks(tx: Primary, provider: Provider, providerId: string): Promise<void> {
  await tx.execute(lockSubject('webhooks', `${provider}:${providerId}`))
}

const PENDING_MAX = 100

/** Applies events that arrived before the id of their delivery was known, in the order of their arrival, at most 100. */
export async function processPending(tx: Primary, provider: Provider, providerId: string): Promise<void> {
  const waiting = await tx
    .select({ eventId: webhookEvents.eventId, body: webhookEvents.body, receivedAt: webhookEvents.receivedAt })
    .from(webhookEvents)
    .where(
      and(
        eq(webhookEvents.provider, provider),
        eq(webhookEvents.providerId, providerId),
        isNull(webhookEvents.processedAt),
      ),
    )
    .orderBy(asc(webhookEvents.receivedAt))
    .limit(PENDING_MAX)
  for (const { eventId, body, receivedAt } of waiting) {
    const event = readWebhookEvent(provider, body, receivedAt)
    if (event && !(await applyWebhookEvent(tx, event, { requestId: null }))) continue
    await markProcessed(tx, provider, eventId)
  }
}

export async function markProcessed(tx: Primary, provider: Provider, eventId: string): Promise<void> {
  await tx
    .update(webhookEvents)
    .set({ processedAt: sql`now()` })
    .where(and(eq(webhookEvents.provider, provider), eq(webhookEvents.eventId, eventId)))
}
