import { eq } from 'drizzle-orm'
import { users } from '@/db/schema'
import { hashPassword } from '@/lib/auth/passwords'
import { endSessionsOf } from '@/lib/auth/sessions'
import { weaknessOf } from '@/lib/auth/weak-password'
import { command, succeed, type Command } from '@/lib/kernel/command'
import type { WriteCtx } from '@/lib/kernel/context'
import { invalid, type Result } from '@/lib/kernel/result'
import { ownPassword } from '../schema'
import { provePassword } from './prove-password'

const setPassword = command({
  event: 'user.password_set',
  permission: 'signed-in',
  input: ownPassword,
  prepare: async ({ viewer }, { password }) => {
    const weakness = await weaknessOf(password, viewer)
    return weakness ? invalid({ password: weakness }) : { ok: true, value: await hashPassword(password) }
  },
  run: async (ctx, _input, passwordHash) => {
    const { userId, sessionId } = ctx.viewer
    await ctx.db.update(users).set({ passwordHash }).where(eq(users.id, userId))
    const endedSessions = await endSessionsOf(ctx.db, userId, {
      at: ctx.now,
      reason: 'access_changed',
      except: sessionId,
    })
    return succeed(
      { endedSessions },
      { customerId: null, subject: `user:${userId}`, details: { by: 'themselves', endedSessions } },
    )
  },
})

/**
 * Changes the viewer's own password after checking the current one, and ends all other sessions. Wrong tries are limited,
 * outside the transaction, so that an open session cannot be used to guess the password.
 * Refusals: field `users.password_wrong`; `auth.too_many`; as `acceptInvitation`.
 */
export const changeOwnPassword: Command<{ endedSessions: number }> = Object.assign(
  async (ctx: WriteCtx, input: unknown): Promise<Result<{ endedSessions: number }>> => {
    const parsed = ownPassword.safeParse(input)
    if (!parsed.success) return setPassword(ctx, input)
    const proven = await provePassword(ctx, parsed.data.current, 'current')
    return proven.ok ? setPassword(ctx, input) : proven
  },
  { permission: 'signed-in' as const },
)
