import { endSession } from '@/lib/auth/sessions'
import { command, succeed } from '@/lib/kernel/command'
import { notFound } from '@/lib/kernel/result'
import { oneSession } from '../schema'

/** Ends another session of the viewer. Refuses sessions of other users as not found. */
export const endOwnSession = command({
  event: 'session.ended',
  permission: 'signed-in',
  input: oneSession,
  run: async (ctx, { sessionId }) => {
    if (!(await endSession(ctx.db, { sessionId, userId: ctx.viewer.userId, at: ctx.now }))) return notFound()
    return succeed(null, {
      customerId: null,
      subject: `session:${sessionId}`,
      details: { reason: 'signed_out', from: 'account' },
    })
  },
})
