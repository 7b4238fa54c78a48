import { and, isNotNull, lt } from 'drizzle-orm'
import type { Primary } from '@/db/handles'
import { webhookEvents } from '@/db/schema'
import { daysBefore } from '@/lib/values/days'

/** Providers repeat a report for some days; its content is in the interactions. */
const REPORTS_DAYS = 90

/** Deletes reports that were applied long ago. Reports that still wait for their delivery stay. */
export async function sweepReports(db: Primary, now: Date): Promise<void> {
  await db
    .delete(webhookEvents)
    .where(and(lt(webhookEvents.receivedAt, daysBefore(now, REPORTS_DAYS)), isNotNull(webhookEvents.processedAt)))
}
