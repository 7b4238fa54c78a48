import { eq } from 'drizzle-orm'
import { users } from '@/db/schema'
import { succeed } from '@/lib/kernel/command'
import { oneUser } from '../schema'
import { userCommand } from '../user-command'

/** Lets a user sign in again, with the same password, role and scope as before. */
export const reactivateUser = userCommand({
  event: 'user.reactivated',
  input: oneUser,
  run: async (ctx, locked, { userId }) => {
    if (!locked.user.deactivatedAt) return succeed({ userId })
    await ctx.db.update(users).set({ deactivatedAt: null, deactivatedBy: null }).where(eq(users.id, userId))
    return succeed({ userId }, { customerId: null, subject: `user:${userId}` })
  },
})
