import { lt } from 'drizzle-orm'
import type { Db } from '@/db/client'
import { reveals } from '@/db/schema'

/** Deletes reveals that have expired. */
export async function sweepReveals(db: Db, now: Date): Promise<void> {
  await db.delete(reveals).where(lt(reveals.expiresAt, now))
}
