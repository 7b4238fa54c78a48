import { eq } from 'drizzle-orm'
import { z } from 'zod'
import type { Primary } from '@/db/handles'
import { users } from '@/db/schema'
import { record } from '@/lib/audit/record'
import { publicActor } from '@/lib/kernel/context'
import { requiredText } from '@/lib/values/fields'
import { invalid, ok, refused, type Result } from '@/lib/kernel/result'
import type { PublicContext } from '@/lib/kernel/context'
import { fieldsOf } from '@/lib/kernel/field-errors'
import { isRetiredDemoUser } from './demo-users'
import { verifyPassword } from './passwords'
import type { KnownBrowser } from './known-browser'
import { rehash } from './rehash'
import { clearSignInFailures, countSignIn } from './sign-in-limit'

const input = z.strictObject({
  email: requiredText(254).toLowerCase(),
  password: z.string({ error: 'required' }).min(1, 'required').max(200, 'too_long'),
})

/**
 * The active user with this e-mail and password. Refusals: `auth.wrong`, which takes the same time whether or not the
 * user exists; `auth.too_many` with the wait in minutes, when a limit of sign-in-limit.ts is reached.
 */
export async function signInWithPassword(
  publicCtx: PublicContext,
  data: unknown,
  browser: KnownBrowser | null = null,
): Promise<Result<{ userId: string }>> {
  const parsed = input.safeParse(data)
  if (!parsed.success) return invalid(fieldsOf(parsed.error))
  const { email, password } = parsed.data
  const attempt = { email, ipAddress: publicCtx.ipAddress, browser }
  const counted = await countSignIn(publicCtx.db, attempt)
  // Not audited, so that brute force cannot flood the log. The try that reached the limit was audited.
  if (!counted.ok) return refused('auth.too_many', { minutes: Math.ceil(counted.waitSeconds / 60) })
  const user = await findUser(publicCtx.db, email)
  const right = await verifyPassword(password, user?.active ? user.passwordHash : null)
  if (!user || !right) return refuse(publicCtx, user, counted.last)
  await clearSignInFailures(publicCtx.db, attempt)
  await rehash(publicCtx.db, user.id, password, user.passwordHash)
  return ok({ userId: user.id })
}

async function findUser(db: Primary, email: string) {
  const [row] = await db.select().from(users).where(eq(users.email, email))
  return (
    row && { id: row.id, passwordHash: row.passwordHash, active: row.deactivatedAt === null && !isRetiredDemoUser(row) }
  )
}

/** Stores nothing about an unknown person, not even the e-mail. */
async function refuse(publicCtx: PublicContext, user: { id: string; active: boolean } | undefined, limited: boolean) {
  const reason = !user ? 'unknown' : user.active ? 'wrong_password' : 'deactivated'
  const details = { reason, method: 'password', ...(limited && { limited }) }
  await record(publicCtx.db, publicActor(publicCtx), {
    event: 'session.refused',
    customerId: null,
    subject: user && `user:${user.id}`,
    details,
  })
  return refused('auth.wrong')
}
