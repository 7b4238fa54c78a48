import { asc, eq } from 'drizzle-orm'
import type { Primary, Reader } from '@/db/handles'
import { userIdentities } from '@/db/schema'

/** When the user's oldest link to an OpenID account was made; null without one. */
export async function linkedSince(db: Reader, userId: string): Promise<Date | null> {
  const [row] = await db
    .select({ linkedAt: userIdentities.linkedAt })
    .from(userIdentities)
    .where(eq(userIdentities.userId, userId))
    .orderBy(asc(userIdentities.linkedAt))
    .limit(1)
  return row?.linkedAt ?? null
}

/** Removes the user's links to OpenID accounts. Returns whether there was one. */
export async function unlinkIdentities(db: Primary, userId: string): Promise<boolean> {
  const rows = await db.delete(userIdentities).where(eq(userIdentities.userId, userId)).returning()
  return rows.length > 0
}
