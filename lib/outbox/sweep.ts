import { and, isNotNull, lt } from 'drizzle-orm'
import type { Primary } from '@/db/handles'
import { webhookEvents } from '@/db/schema'
import { daysBefore } from '@/lib/values/days'

/** Providers repeat a webhook for some days only. The content of old events is in the interactions. */
const EVENTS_DAYS = 90

/** Deletes webhook events that were applied long ago, but none that still wait for their delivery. */
export async function sweepWebhookEvents(db: Primary, now: Date): Promise<void> {
  await db
    .delete(webhookEvents)
    .where(and(lt(webhookEvents.receivedAt, daysBefore(now, EVENTS_DAYS)), isNotNull(webhookEvents.processedAt)))
}
