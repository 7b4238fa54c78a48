import { and, eq, isNull } from 'drizzle-orm'
import { z } from 'zod'
import type { Primary } from '@/db/handles'
import { userIdentities, users } from '@/db/schema'
import { record } from '@/lib/audit/record'
import { publicActor } from '@/lib/kernel/context'
import type { PublicContext } from '@/lib/kernel/context'
import { isRetiredDemoUser } from './demo-users'

type Account = { issuer: string; subject: string }

/** The claims of an ID token. Its signature and its issuer were checked before. */
type Claims = { iss?: unknown; sub?: unknown; email?: unknown; email_verified?: unknown }

type Found =
  | { userId: string }
  | { refusal: 'no_subject' | 'email_not_verified' | 'unknown' | 'deactivated' | 'linked_to_other' }

const identifier = z.string().min(1).max(255)

/**
 * The active user of an account of the OpenID provider, or null. The first sign-in links the account to the user with its verified e-mail;
 * afterwards only issuer and subject count, so that a changed or reassigned e-mail opens nothing. The history records links and refusals.
 */
export async function signInWithOpenId(publicCtx: PublicContext, claims: Claims): Promise<string | null> {
  const found = await publicCtx.db.transaction((tx) => find({ ...publicCtx, db: tx }, claims))
  if ('userId' in found) return found.userId
  const details = { reason: found.refusal, method: 'oidc' }
  await record(publicCtx.db, publicActor(publicCtx), { event: 'session.refused', customerId: null, details })
  return null
}

async function find(publicCtx: PublicContext, { iss, sub, ...claims }: Claims): Promise<Found> {
  const [issuer, subject] = [identifier.safeParse(iss), identifier.safeParse(sub)]
  if (!issuer.success || !subject.success) return { refusal: 'no_subject' }
  const account = { issuer: issuer.data, subject: subject.data }
  const linked = await findLinked(publicCtx.db, account)
  if (linked) return linked.active ? { userId: linked.userId } : { refusal: 'deactivated' }
  const email =
    typeof claims.email === 'string' && claims.email_verified === true ? claims.email.trim().toLowerCase() : null
  if (!email) return { refusal: 'email_not_verified' }
  const user = await findActive(publicCtx.db, email)
  return user ? link(publicCtx, user.id, account) : { refusal: 'unknown' }
}

async function findLinked(db: Primary, { issuer, subject }: Account) {
  const [row] = await db
    .select({ userId: users.id, deactivatedAt: users.deactivatedAt })
    .from(userIdentities)
    .innerJoin(users, eq(users.id, userIdentities.userId))
    .where(and(eq(userIdentities.issuer, issuer), eq(userIdentities.subject, subject)))
  return row && { userId: row.userId, active: row.deactivatedAt === null && !isRetiredDemoUser({ id: row.userId }) }
}

async function findActive(db: Primary, email: string) {
  const [row] = await db
    .select({ id: users.id })
    .from(users)
    .where(and(eq(users.email, email), isNull(users.deactivatedAt)))
  return row && !isRetiredDemoUser(row) ? row : undefined
}

/** Refuses a second account of the same provider. A parallel first sign-in of the same account has linked it already. */
async function link(publicCtx: PublicContext, userId: string, account: Account): Promise<Found> {
  const rows = await publicCtx.db
    .insert(userIdentities)
    .values({ ...account, userId, linkedAt: publicCtx.now })
    .onConflictDoNothing()
    .returning({ userId: userIdentities.userId })
  if (!rows.length) {
    const linked = await findLinked(publicCtx.db, account)
    return linked?.userId === userId ? { userId } : { refusal: 'linked_to_other' }
  }
  const entry = { event: 'user.identity_linked', customerId: null, subject: `user:${userId}` } as const
  await record(publicCtx.db, publicActor(publicCtx, userId), entry)
  return { userId }
}
