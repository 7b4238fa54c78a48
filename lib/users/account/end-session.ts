import { and, eq, isNull } from 'drizzle-orm'
import { sessions } from '@/db/schema'
import { command, succeed } from '@/lib/kernel/command'
import { notFound } from '@/lib/kernel/result'
import { oneSession } from '../schema'

/** Ends another of one's own sessions. Someone else's is not found. */
export const endOwnSession = command({
  event: 'session.ended',
  permission: 'signed-in',
  input: oneSession,
  run: async (ctx, { sessionId }) => {
    const own = and(eq(sessions.id, sessionId), eq(sessions.userId, ctx.viewer.userId), isNull(sessions.endedAt))
    const ended = await ctx.db
      .update(sessions)
      .set({ endedAt: ctx.now, endedReason: 'signed_out' })
      .where(own)
      .returning({ id: sessions.id })
    if (!ended.length) return notFound()
    return succeed(null, {
      customerId: null,
      subject: `session:${sessionId}`,
      details: { reason: 'signed_out', from: 'account' },
    })
  },
})
