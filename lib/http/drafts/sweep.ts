import { lt } from 'drizzle-orm'
import type { Primary } from '@/db/handles'
import { formDrafts } from '@/db/schema'

/** Deletes drafts that have expired. */
export async function sweepDrafts(db: Primary, now: Date): Promise<void> {
  await db.delete(formDrafts).where(lt(formDrafts.expiresAt, now))
}
