import { and, eq, gt, isNull } from 'drizzle-orm'
import type { Primary } from '@/db/handles'
import { invitations, users } from '@/db/schema'
import type { INVITATION_PURPOSES } from '@/db/schema/users'
import { record } from '@/lib/audit/record'
import { hashPassword } from '@/lib/auth/passwords'
import { endSessionsOf } from '@/lib/auth/sessions'
import { releaseEmail } from '@/lib/auth/sign-in-limit'
import { weaknessOf } from '@/lib/auth/weak-password'
import { publicActor } from '@/lib/kernel/context'
import { invalid, ok, refused, type Result } from '@/lib/kernel/result'
import { tokenHash } from '@/lib/values/tokens'
import type { PublicContext } from '@/lib/kernel/context'
import { fieldsOf } from '@/lib/kernel/field-errors'
import { voidInvitations } from './invitation'
import { acceptance } from './schema'

type Invited = { userId: string; name: string; email: string; purpose: (typeof INVITATION_PURPOSES)[number] }

/** The user of an invitation link that can still be used; null for an unknown, used or expired link. */
export async function invitedBy(publicCtx: PublicContext, token: string): Promise<Invited | null> {
  const [row] = await publicCtx.db
    .select({ userId: users.id, name: users.name, email: users.email, purpose: invitations.purpose })
    .from(invitations)
    .innerJoin(users, eq(users.id, invitations.userId))
    .where(and(usable(token, publicCtx.now), isNull(users.deactivatedAt)))
  return row ?? null
}

/**
 * Sets the password of the invited user, once: the second of two concurrent requests is refused. Ends the user's sessions and the
 * delay of sign-ins with this e-mail.
 * Refusals: `users.link_unusable`; fields `users.password_short`, `users.password_differs`, `users.password_common`,
 * `users.password_personal`.
 */
export async function acceptInvitation(publicCtx: PublicContext, data: unknown): Promise<Result<{ email: string }>> {
  const parsed = acceptance.safeParse(data)
  if (!parsed.success) return invalid(fieldsOf(parsed.error))
  const { token, password } = parsed.data
  const invited = await invitedBy(publicCtx, token)
  if (!invited) return refused('users.link_unusable')
  const weakness = await weaknessOf(password, invited)
  if (weakness) return invalid({ password: weakness })
  const passwordHash = await hashPassword(password)
  return publicCtx.db.transaction(async (tx) => {
    if (!(await use(tx, token, publicCtx.now))) return refused('users.link_unusable')
    const { userId } = invited
    await tx.update(users).set({ passwordHash }).where(eq(users.id, userId))
    await voidInvitations(tx, userId, publicCtx.now)
    await endSessionsOf(tx, userId, { at: publicCtx.now, reason: 'access_changed' })
    await record(tx, publicActor(publicCtx, userId), {
      event: 'user.password_set',
      customerId: null,
      subject: `user:${userId}`,
      details: { by: invited.purpose },
    })
    await releaseEmail(tx, invited.email)
    return ok({ email: invited.email })
  })
}

/** Whether the user asked for this link because of a forgotten password; it may be used or expired. */
export async function isReset(publicCtx: PublicContext, token: string): Promise<boolean> {
  const own = and(eq(invitations.tokenHash, tokenHash(token)), eq(invitations.purpose, 'reset'))
  return (await publicCtx.db.$count(invitations, own)) > 0
}

const usable = (token: string, now: Date) =>
  and(eq(invitations.tokenHash, tokenHash(token)), isNull(invitations.usedAt), gt(invitations.expiresAt, now))

async function use(db: Primary, token: string, now: Date): Promise<boolean> {
  const used = await db
    .update(invitations)
    .set({ usedAt: now })
    .where(usable(token, now))
    .returning({ userId: invitations.userId })
  return used.length === 1
}
