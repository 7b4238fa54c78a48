import { succeed } from '@/lib/kernel/command'
import { refused } from '@/lib/kernel/result'
import { issueInvitation } from '../invitation'
import { oneUser } from '../schema'
import { userCommand } from '../user-command'

/** A new link to set a password, for whoever lost the first or forgot theirs. The password they have stays until then. Refusals: `users.deactivated`. */
export const reinviteUser = userCommand({
  event: 'user.invited',
  input: oneUser,
  run: async (ctx, locked, { userId }) => {
    if (locked.user.deactivatedAt) return refused('users.deactivated')
    const token = await issueInvitation(ctx.db, { userId, by: ctx.viewer.userId, at: ctx.now })
    return succeed({ userId, token }, { customerId: null, subject: `user:${userId}`, details: { again: true } })
  },
})
