import { and, asc, eq, inArray, isNull } from 'drizzle-orm'
import { stores, userStores, users } from '@/db/schema'
import type { WriteCtx } from '@/lib/kernel/context'

export type User = Pick<
  typeof users.$inferSelect,
  'id' | 'name' | 'email' | 'role' | 'scope' | 'locale' | 'deactivatedAt' | 'version'
> & { storeIds: string[] }

export type LockedUser = { user: User; otherAdmins: number }

/**
 * Locks a user's row and the rows of all active admins until the transaction ends, so that two admins who demote
 * each other do so one after the other. Returns the user without the password hash.
 */
export async function lockUser(ctx: WriteCtx, userId: string): Promise<LockedUser | null> {
  const admins = await ctx.db
    .select({ id: users.id })
    .from(users)
    .where(and(eq(users.role, 'admin'), isNull(users.deactivatedAt)))
    .orderBy(asc(users.id))
    .for('update')
  const { passwordHash: _, ...row } =
    (await ctx.db.select().from(users).where(eq(users.id, userId)).for('update'))[0] ?? {}
  if (!('id' in row)) return null
  const theirs = await ctx.db
    .select({ id: userStores.storeId })
    .from(userStores)
    .where(eq(userStores.userId, userId))
    .orderBy(asc(userStores.storeId))
  return {
    user: { ...row, storeIds: theirs.map((s) => s.id) } as User,
    otherAdmins: admins.filter((a) => a.id !== userId).length,
  }
}

/** Whether the portal would have no active admin without this user. */
export const isLastAdmin = ({ user, otherAdmins }: LockedUser) =>
  user.role === 'admin' && !user.deactivatedAt && otherAdmins === 0

export async function setStores(ctx: WriteCtx, userId: string, storeIds: string[]): Promise<void> {
  await ctx.db.delete(userStores).where(eq(userStores.userId, userId))
  if (storeIds.length) await ctx.db.insert(userStores).values(storeIds.map((storeId) => ({ userId, storeId })))
}

export async function allStoresExist(ctx: WriteCtx, storeIds: string[]): Promise<boolean> {
  if (!storeIds.length) return true
  return (await ctx.db.$count(stores, inArray(stores.id, storeIds))) === storeIds.length
}
