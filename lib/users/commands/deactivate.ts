import { eq } from 'drizzle-orm'
import { users } from '@/db/schema'
import { endSessionsOf } from '@/lib/auth/sessions'
import { succeed } from '@/lib/kernel/command'
import { refused } from '@/lib/kernel/result'
import { voidInvitations } from '../invitation'
import { oneUser } from '../schema'
import { isLastAdmin } from '../user'
import { userCommand } from '../user-command'

/** Ends a user's sessions and links and blocks sign-in. The history still shows their name. Refusals: `users.yourself`, `users.last_admin`. */
export const deactivateUser = userCommand({
  event: 'user.deactivated',
  input: oneUser,
  run: async (ctx, locked, { userId }) => {
    if (userId === ctx.viewer.userId) return refused('users.yourself')
    if (isLastAdmin(locked)) return refused('users.last_admin')
    if (locked.user.deactivatedAt) return succeed({ userId })
    await ctx.db
      .update(users)
      .set({ deactivatedAt: ctx.now, deactivatedBy: ctx.viewer.userId })
      .where(eq(users.id, userId))
    const endedSessions = await endSessionsOf(ctx.db, userId, { at: ctx.now, reason: 'deactivated' })
    await voidInvitations(ctx.db, userId, ctx.now)
    return succeed({ userId }, { customerId: null, subject: `user:${userId}`, details: { endedSessions } })
  },
})
