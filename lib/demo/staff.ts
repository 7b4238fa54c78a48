import { eq } from 'drizzle-orm'
import type { Primary } from '@/db/handles'
import { stores, users, userStores } from '@/db/schema'
import { DEMO_USERS } from '@/lib/auth/demo-users'
import { hashPassword } from '@/lib/auth/passwords'
import { DEMO_STORES } from './stores'

/**
 * Writes the rows of stores and users directly: the product has no command that creates a store, and nobody can invite
 * the first user.
 */
export async function seedStaff(db: Primary): Promise<void> {
  await db.insert(stores).values([...DEMO_STORES])
  await db.insert(users).values(DEMO_USERS.map(({ password: _, storeCodes: _codes, ...user }) => user))
  const placed = DEMO_USERS.flatMap(({ id: userId, storeCodes }) =>
    DEMO_STORES.filter(({ code }) => storeCodes.includes(code)).map(({ id: storeId }) => ({ userId, storeId })),
  )
  await db.insert(userStores).values(placed)
}

/** The last step of the seeding: a demo user without a password means that it was interrupted. */
export async function setPasswords(db: Primary): Promise<void> {
  const hashes = await hashesOf(DEMO_USERS.map(({ password }) => password))
  await db.transaction(async (tx) => {
    for (const { id, password } of DEMO_USERS)
      await tx
        .update(users)
        .set({ passwordHash: hashes.get(password)! })
        .where(eq(users.id, id))
  })
}

/** One hash per distinct password. */
async function hashesOf(passwords: string[]): Promise<Map<string, string>> {
  const pairs = [...new Set(passwords)].map(async (password) => [password, await hashPassword(password)] as const)
  return new Map(await Promise.all(pairs))
}
