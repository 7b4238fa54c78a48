import { lt } from 'drizzle-orm'
import type { Primary } from '@/db/handles'
import { keyedSearches } from '@/db/schema'
import { daysBefore } from '@/lib/values/days'

const RECORDED_DAYS = 90

/** Deletes the records of searches that were last made more than 90 days ago. */
export async function sweepSearches(db: Primary, now: Date): Promise<void> {
  await db.delete(keyedSearches).where(lt(keyedSearches.lastAt, daysBefore(now, RECORDED_DAYS)))
}
