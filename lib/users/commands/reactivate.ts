import { eq } from 'drizzle-orm'
import { users } from '@/db/schema'
import { command, done } from '@/lib/kernel/command'
import { notFound } from '@/lib/kernel/result'
import { oneUser } from '../schema'
import { lockUser } from '../user'

/** Lets a user in again, with the password, role and reach they had. */
export const reactivateUser = command({
  event: 'user.reactivated',
  permission: 'users.manage',
  input: oneUser,
  run: async (ctx, { userId }) => {
    const locked = await lockUser(ctx, userId)
    if (!locked) return notFound()
    if (!locked.user.deactivatedAt) return done({ userId })
    await ctx.db.update(users).set({ deactivatedAt: null, deactivatedBy: null }).where(eq(users.id, userId))
    return done({ userId }, { customerId: null, subject: `user:${userId}` })
  },
})
