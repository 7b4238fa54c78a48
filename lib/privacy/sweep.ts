import { lt } from 'drizzle-orm'
import type { Primary } from '@/db/handles'
import { reveals } from '@/db/schema'

/** Deletes reveals that have expired. */
export async function sweepReveals(db: Primary, now: Date): Promise<void> {
  await db.delete(reveals).where(lt(reveals.expiresAt, now))
}
