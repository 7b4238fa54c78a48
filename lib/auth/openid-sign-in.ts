import { and, eq, isNull } from 'drizzle-orm'
import type { Primary } from '@/db/handles'
import { users } from '@/db/schema'
import { record } from '@/lib/audit/record'
import { publicActor } from '@/lib/kernel/context'
import type { PublicContext } from '@/lib/kernel/context'

/** The active user whose e-mail the OpenID provider has verified, or null. The history records a refusal. */
export async function signInWithOpenId(
  publicCtx: PublicContext,
  profile: { email?: unknown; email_verified?: unknown },
): Promise<string | null> {
  const email =
    typeof profile.email === 'string' && profile.email_verified === true ? profile.email.trim().toLowerCase() : null
  const user = email ? await findActive(publicCtx.db, email) : undefined
  if (user) return user.id
  const details = { reason: email ? 'unknown' : 'email_not_verified', method: 'oidc' }
  await record(publicCtx.db, publicActor(publicCtx), { event: 'session.refused', customerId: null, details })
  return null
}

async function findActive(db: Primary, email: string) {
  const [row] = await db
    .select({ id: users.id })
    .from(users)
    .where(and(eq(users.email, email), isNull(users.deactivatedAt)))
  return row
}
