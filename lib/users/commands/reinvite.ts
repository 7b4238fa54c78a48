import { command, done } from '@/lib/kernel/command'
import { notFound, refused } from '@/lib/kernel/result'
import { issueInvitation } from '../invitation'
import { oneUser } from '../schema'
import { lockUser } from '../user'

/** A new link to set a password, for whoever lost the first or forgot theirs. The password they have stays until then. Refusals: `users.deactivated`. */
export const reinviteUser = command({
  event: 'user.invited',
  permission: 'users.manage',
  input: oneUser,
  run: async (ctx, { userId }) => {
    const locked = await lockUser(ctx, userId)
    if (!locked) return notFound()
    if (locked.user.deactivatedAt) return refused('users.deactivated')
    const token = await issueInvitation(ctx.db, { userId, by: ctx.viewer.userId, at: ctx.now })
    return done({ userId, token }, { customerId: null, subject: `user:${userId}`, details: { again: true } })
  },
})
