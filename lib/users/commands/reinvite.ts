import { succeed } from '@/lib/kernel/command'
import { refused } from '@/lib/kernel/result'
import { issueInvitation } from '../invitation'
import { oneUser } from '../schema'
import { userCommand } from '../user-command'

/** Issues a new link to set a password, for a lost link or a forgotten password. The old password works until then. Refusals: `users.deactivated`. */
export const reinviteUser = userCommand({
  event: 'user.invited',
  input: oneUser,
  run: async (ctx, locked, { userId }) => {
    if (locked.user.deactivatedAt) return refused('users.deactivated')
    const token = await issueInvitation(ctx.db, { userId, by: ctx.viewer.userId, at: ctx.now })
    return succeed({ userId, token }, { customerId: null, subject: `user:${userId}`, details: { again: true } })
  },
})
