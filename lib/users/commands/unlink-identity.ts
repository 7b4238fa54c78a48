import { unlinkIdentities } from '@/lib/auth/identities'
import { endSessionsOf } from '@/lib/auth/sessions'
import { succeed } from '@/lib/kernel/command'
import { oneUser } from '../schema'
import { userCommand } from '../user-command'

/** Removes a user's link to an account of the OpenID provider and ends their sessions. The next sign-in with the verified e-mail links again. */
export const unlinkIdentity = userCommand({
  event: 'user.identity_unlinked',
  input: oneUser,
  run: async (ctx, _locked, { userId }) => {
    if (!(await unlinkIdentities(ctx.db, userId))) return succeed({ userId })
    const endedSessions = await endSessionsOf(ctx.db, userId, { at: ctx.now, reason: 'access_changed' })
    return succeed({ userId }, { customerId: null, subject: `user:${userId}`, details: { endedSessions } })
  },
})
