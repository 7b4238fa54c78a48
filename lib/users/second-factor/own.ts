import type { z } from 'zod'
import { confirmFactor, prepareFactor, removeFactor } from '@/lib/auth/second-factor/factor'
import { endSessionsOf } from '@/lib/auth/sessions'
import { command, succeed, type Command } from '@/lib/kernel/command'
import type { WriteCtx } from '@/lib/kernel/context'
import { invalid, refused, type Result } from '@/lib/kernel/result'
import { provePassword } from '../account/prove-password'
import { factorConfirmation, factorRemoval, nothing } from '../schema'

/** Creates the secret that the viewer's app scans. Sign-in asks for no code until one has confirmed it. */
export const startSecondFactor = command({
  event: 'user.second_factor_added',
  permission: 'signed-in',
  input: nothing,
  run: async (ctx) => {
    await prepareFactor(ctx.db, { userId: ctx.viewer.userId, now: ctx.now })
    return succeed(null)
  },
})

/**
 * Turns the viewer's second factor on and ends their other sessions. Returns the recovery codes.
 * Refusals: fields `users.password_wrong`, `auth.wrong_code`; `auth.too_many`.
 */
export const confirmSecondFactor = withPassword(
  factorConfirmation,
  command({
    event: 'user.second_factor_added',
    permission: 'signed-in',
    input: factorConfirmation,
    run: async (ctx, { code }) => {
      const { userId, sessionId } = ctx.viewer
      const codes = await confirmFactor(ctx.db, { userId, now: ctx.now }, code.replace(/\s/g, ''))
      if (!codes) return invalid({ code: 'auth.wrong_code' })
      const ended = { at: ctx.now, reason: 'access_changed', except: sessionId } as const
      const endedSessions = await endSessionsOf(ctx.db, userId, ended)
      return succeed({ codes }, { customerId: null, subject: `user:${userId}`, details: { endedSessions } })
    },
  }),
)

/** Turns the viewer's second factor off. Refusals: field `users.password_wrong`; `auth.too_many`; `users.second_factor_required`. */
export const removeOwnSecondFactor = withPassword(
  factorRemoval,
  command({
    event: 'user.second_factor_removed',
    permission: 'signed-in',
    input: factorRemoval,
    run: async (ctx) => {
      const { userId, needsSecondFactor } = ctx.viewer
      if (needsSecondFactor) return refused('users.second_factor_required')
      if (!(await removeFactor(ctx.db, userId))) return succeed(null)
      return succeed(null, { customerId: null, subject: `user:${userId}`, details: { by: 'themselves' } })
    },
  }),
)

/** Checks the typed password before the command, outside its transaction, so that an open session cannot be used to guess it. */
function withPassword<T>(schema: z.ZodType<{ password: string }>, run: Command<T>): Command<T> {
  const proven = async (ctx: WriteCtx, input: unknown): Promise<Result<T>> => {
    const parsed = schema.safeParse(input)
    const proof = parsed.success ? await provePassword(ctx, parsed.data.password, 'password') : null
    return proof && !proof.ok ? proof : run(ctx, input)
  }
  return Object.assign(proven, { permission: run.permission })
}
