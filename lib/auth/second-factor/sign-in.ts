import { createHash } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { z } from 'zod'
import type { Primary } from '@/db/handles'
import { users } from '@/db/schema'
import { networkOf } from '@/lib/access/network'
import { forgetTries, takeTries, type LimitedSubject, type RateLimit } from '@/lib/access/rate-limit'
import { record } from '@/lib/audit/record'
import { publicActor, type PublicContext } from '@/lib/kernel/context'
import { fieldsOf } from '@/lib/kernel/field-errors'
import { invalid, ok, refused, type Result } from '@/lib/kernel/result'
import { requiredText } from '@/lib/values/fields'
import { isKnownFor, type KnownBrowser } from '../known-browser'
import { isRetiredDemoUser } from '../demo-users'
import { getSecondFactor, acceptCode } from './factor'
import type { PendingSignIn } from './pending'

const PER_PLACE: RateLimit = { name: 'code-place', max: 5, windowSeconds: 15 * 60 }
/** Only somebody who knows the password can use it up. At any time three of a million codes are valid. */
const PER_USER: RateLimit = { name: 'code-user', max: 30, windowSeconds: 24 * 60 * 60 }

const input = z.strictObject({ code: requiredText(40) })

/** The pending sign-in of a user who also needs a code; null when the password is enough. */
export async function pendingOf(db: Primary, userId: string): Promise<PendingSignIn | null> {
  if (!(await getSecondFactor(db, userId))) return null
  const [user] = await db.select({ passwordHash: users.passwordHash }).from(users).where(eq(users.id, userId))
  return { userId, proof: proofOf(user?.passwordHash ?? null) }
}

/**
 * Completes a pending sign-in with a code of the app or a recovery code. Refusals: `auth.sign_in_again` without a pending sign-in, or when the
 * password has changed since; `auth.wrong_code`, also for a code that was used before; `auth.too_many`.
 */
export async function signInWithCode(
  publicCtx: PublicContext,
  pending: PendingSignIn | null,
  data: unknown,
  browser: KnownBrowser | null = null,
): Promise<Result<{ userId: string }>> {
  const parsed = input.safeParse(data)
  if (!parsed.success) return invalid(fieldsOf(parsed.error))
  const [user] = pending ? await publicCtx.db.select().from(users).where(eq(users.id, pending.userId)) : []
  if (
    !pending ||
    !user ||
    user.deactivatedAt ||
    isRetiredDemoUser(user) ||
    proofOf(user.passwordHash) !== pending.proof
  )
    return refused('auth.sign_in_again')
  const limits = limitsOf(user, publicCtx.ipAddress, browser)
  const counted = await takeTries(publicCtx.db, limits)
  if (!counted.ok) return refused('auth.too_many', { minutes: Math.ceil(counted.waitSeconds / 60) })
  const used = await acceptCode(publicCtx.db, { userId: user.id, now: publicCtx.now }, parsed.data.code)
  if (!used) return refuse(publicCtx, user.id)
  for (const [limit, subject] of limits) await forgetTries(publicCtx.db, limit, subject)
  if (used === 'recovery') await recordUse(publicCtx, user.id)
  return ok({ userId: user.id })
}

/** A browser that its owner has used before has a limit of its own, as for passwords. */
function limitsOf(user: { id: string; email: string }, ipAddress: string | null, browser: KnownBrowser | null) {
  const limits: LimitedSubject[] =
    browser && isKnownFor(browser, user.email)
      ? [[PER_PLACE, `${browser.id} ${user.id}`]]
      : [
          [PER_PLACE, `${ipAddress ? networkOf(ipAddress) : ''} ${user.id}`],
          [PER_USER, user.id],
        ]
  return limits
}

async function refuse(publicCtx: PublicContext, userId: string) {
  const details = { reason: 'wrong_code', method: 'second_factor' }
  const entry = { event: 'session.refused', customerId: null, subject: `user:${userId}`, details } as const
  await record(publicCtx.db, publicActor(publicCtx), entry)
  return refused('auth.wrong_code')
}

const recordUse = (publicCtx: PublicContext, userId: string): Promise<void> =>
  record(publicCtx.db, publicActor(publicCtx, userId), {
    event: 'user.recovery_code_used',
    customerId: null,
    subject: `user:${userId}`,
  })

/** Changes with the password, so that a new password voids a pending sign-in. */
const proofOf = (passwordHash: string | null) =>
  createHash('sha256')
    .update(passwordHash ?? '')
    .digest('base64url')
