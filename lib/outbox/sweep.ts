import { and, isNotNull, lt } from 'drizzle-orm'
import type { Db } from '@/db/client'
import { links, webhookEvents } from '@/db/schema'
import { daysBefore } from '@/lib/values/days'

/** Providers repeat a report for some days; what it said stands in the interactions. */
const REPORTS_DAYS = 90
/** Until then an expired link still says so to who follows it. */
const LINKS_DAYS = 180

/** Takes away reports long applied, and links long expired. Reports still waiting for their delivery stay. */
export async function sweepReports(db: Db, now: Date): Promise<void> {
  await db
    .delete(webhookEvents)
    .where(and(lt(webhookEvents.receivedAt, daysBefore(now, REPORTS_DAYS)), isNotNull(webhookEvents.processedAt)))
  await db.delete(links).where(lt(links.expiresAt, daysBefore(now, LINKS_DAYS)))
}
