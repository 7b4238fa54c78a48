import { lt } from 'drizzle-orm'
import type { Primary } from '@/db/handles'
import { keyedSearches } from '@/db/schema'
import { daysBefore } from '@/lib/values/days'

const RECORDED_DAYS = 90

/** Deletes the records of searches that nobody has repeated for 90 days. */
export async function sweepSearches(db: Primary, now: Date): Promise<void> {
  await db.delete(keyedSearches).where(lt(keyedSearches.lastAt, daysBefore(now, RECORDED_DAYS)))
}
