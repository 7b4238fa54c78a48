import { and, isNotNull, isNull, lt, or } from 'drizzle-orm'
import type { Primary } from '@/db/handles'
import { webhookEvents } from '@/db/schema'
import { daysBefore } from '@/lib/values/days'

/** Providers repeat a webhook for only a few days. The content of older events is in the interactions. */
const EVENTS_DAYS = 90

/** Long enough, because the worker records the id of a delivery within seconds, or minutes if it was killed. */
const PENDING_DAYS = 7

/** Deletes events that were processed 90 days ago, and those for which no delivery was found within a week: their messages are not ours. */
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
