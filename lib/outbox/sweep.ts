import { and, isNotNull, isNull, lt, or } from 'drizzle-orm'
import type { Primary } from '@/db/handles'
import { webhookEvents } from '@/db/schema'
import { daysBefore } from '@/lib/values/days'

/** Providers repeat a webhook for some days only. The content of old events is in the interactions. */
const EVENTS_DAYS = 90

/** A worker records the id of a delivery within seconds, at the latest when it takes over from a killed one. */
const PENDING_DAYS = 7

/** Deletes webhook events that were applied long ago, and those of messages that are not ours: no delivery claimed them for a week. */
export async function sweepWebhookEvents(db: Primary, now: Date): Promise<void> {
  await db
    .delete(webhookEvents)
    .where(
      or(
        and(lt(webhookEvents.receivedAt, daysBefore(now, EVENTS_DAYS)), isNotNull(webhookEvents.processedAt)),
        and(lt(webhookEvents.receivedAt, daysBefore(now, PENDING_DAYS)), isNull(webhookEvents.processedAt)),
      ),
    )
}
