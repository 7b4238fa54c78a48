import { and, eq, isNull } from 'drizzle-orm'
import { z } from 'zod'
import { sessions } from '@/db/schema'
import { command, succeed } from '@/lib/kernel/command'
import { fail, ok, type Result } from '@/lib/kernel/result'
import type { PublicContext } from '@/lib/kernel/context'
import { setResponseHeader } from '@/lib/http/response-status'
import { CodeNeeded, RefusedSignIn, signIn, signOut } from './next-auth'
import { dropPending, savePending } from './second-factor/pending'

/** The address that leads each role to its first page. */
export const HOME = '/'

export const toCode = (returnTo: string): string => `/sign-in/code?${new URLSearchParams({ returnTo })}`

type Entered = { needsCode: boolean }

/** Sets the session cookie when e-mail and password are right and no code is needed. Refusals: those of `signInWithPassword`. */
export async function enterWithPassword(
  _publicCtx: PublicContext,
  data: Record<string, unknown>,
): Promise<Result<Entered>> {
  try {
    await signIn('password', { ...data, redirect: false })
    return ok({ needsCode: false })
  } catch (error) {
    if (error instanceof RefusedSignIn) return fail(error.failure)
    if (!(error instanceof CodeNeeded)) throw error
    await savePending(error.pending)
    return ok({ needsCode: true })
  }
}

/** Sets the session cookie when the code after the password is right. Refusals: those of `signInWithCode`. */
export async function enterWithCode(_publicCtx: PublicContext, data: Record<string, unknown>): Promise<Result<null>> {
  try {
    await signIn('code', { ...data, redirect: false })
    await dropPending()
    return ok(null)
  } catch (error) {
    if (error instanceof RefusedSignIn) return fail(error.failure)
    throw error
  }
}

/** Ends the viewer's own session. Its cookie no longer opens anything. */
export const leavePortal = command({
  event: 'session.ended',
  permission: 'signed-in',
  input: z.strictObject({}),
  run: async (ctx) => {
    const { sessionId } = ctx.viewer
    await ctx.db
      .update(sessions)
      .set({ endedAt: ctx.now, endedReason: 'signed_out' })
      .where(and(eq(sessions.id, sessionId), isNull(sessions.endedAt)))
    return succeed(null, { customerId: null, subject: `session:${sessionId}`, details: { reason: 'signed_out' } })
  },
})

/**
 * Deletes the session's cookie, and asks the browser to delete its copies of pages and what scripts have stored. Other cookies stay: the
 * browser remains known for this person's e-mail.
 */
export async function leaveBrowser(): Promise<void> {
  await signOut({ redirect: false })
  setResponseHeader('clear-site-data', '"cache", "storage"')
}
