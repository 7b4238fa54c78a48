import { lt } from 'drizzle-orm'
import type { Primary } from '@/db/handles'
import { links } from '@/db/schema'
import { daysBefore } from '@/lib/values/days'

/** Until then an expired link still says that it has expired. */
const LINKS_DAYS = 180

/** Deletes links that expired long ago. */
export async function sweepLinks(db: Primary, now: Date): Promise<void> {
  await db.delete(links).where(lt(links.expiresAt, daysBefore(now, LINKS_DAYS)))
}
