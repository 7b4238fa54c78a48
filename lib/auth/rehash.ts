import { and, eq } from 'drizzle-orm'
import type { Primary } from '@/db/handles'
import { users } from '@/db/schema'
import { hashPassword, isOutdated } from './passwords'

/** Replaces a hash of an outdated cost after a successful sign-in, unless the password has been changed meanwhile. */
export async function rehash(db: Primary, userId: string, password: string, stored: string | null): Promise<void> {
  if (!stored || !isOutdated(stored)) return
  const passwordHash = await hashPassword(password)
  await db
    .update(users)
    .set({ passwordHash })
    .where(and(eq(users.id, userId), eq(users.passwordHash, stored)))
}
