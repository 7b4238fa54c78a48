import { lt } from 'drizzle-orm'
import type { Primary } from '@/db/handles'
import { rateLimits } from '@/db/schema'

/** Deletes rate limits whose window is over. */
export async function sweepRateLimits(db: Primary, now: Date): Promise<void> {
  await db.delete(rateLimits).where(lt(rateLimits.expire, now.getTime()))
}
