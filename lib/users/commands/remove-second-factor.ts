import { removeFactor } from '@/lib/auth/second-factor/factor'
import { endSessionsOf } from '@/lib/auth/sessions'
import { succeed } from '@/lib/kernel/command'
import { oneUser } from '../schema'
import { userCommand } from '../user-command'

/** Turns off the second factor of a user who has lost the phone and the recovery codes, and ends their sessions. */
export const removeSecondFactor = userCommand({
  event: 'user.second_factor_removed',
  input: oneUser,
  run: async (ctx, _locked, { userId }) => {
    if (!(await removeFactor(ctx.db, userId))) return succeed({ userId })
    const endedSessions = await endSessionsOf(ctx.db, userId, { at: ctx.now, reason: 'access_changed' })
    return succeed({ userId }, { customerId: null, subject: `user:${userId}`, details: { endedSessions } })
  },
})
