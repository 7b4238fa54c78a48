import { and, eq, isNull, ne } from 'drizzle-orm'
import type { Primary } from '@/db/handles'
import { auditEvents, sessions, users } from '@/db/schema'
import { SYSTEM_CHAIN } from '@/lib/audit/events'
import { record } from '@/lib/audit/record'
import { publicActor } from '@/lib/kernel/context'
import { newId } from '@/lib/values/ids'
import type { PublicContext } from '@/lib/kernel/context'

const SESSION_HOURS = 12
export const SESSION_SECONDS = SESSION_HOURS * 60 * 60

export type SignInMethod = 'password' | 'oidc' | 'second_factor'
type Reason = NonNullable<typeof sessions.$inferSelect.endedReason>

/**
 * Starts a session and records it in the history. Returns the id for the signed cookie. At the first sign-in the portal takes the language of
 * the browser; later only the person changes it.
 */
export function startSession(publicCtx: PublicContext, userId: string, method: SignInMethod): Promise<string> {
  const id = newId(publicCtx.now.getTime())
  const expiresAt = new Date(publicCtx.now.getTime() + SESSION_SECONDS * 1000)
  return publicCtx.db.transaction(async (tx) => {
    const locale = publicCtx.preferredLocale
    const follows = locale && !(await hasSignedInBefore(tx, userId))
    if (follows) await tx.update(users).set({ locale }).where(eq(users.id, userId))
    await tx.insert(sessions).values({
      id,
      userId,
      createdAt: publicCtx.now,
      lastSeenAt: publicCtx.now,
      expiresAt,
      userAgent: publicCtx.userAgent,
    })
    await record(tx, publicActor(publicCtx, userId), {
      event: 'session.started',
      customerId: null,
      subject: `session:${id}`,
      details: { method, ...(follows && { locale }) },
    })
    return id
  })
}

/** Reads the history, because ended sessions are deleted after some time. */
async function hasSignedInBefore(tx: Primary, userId: string): Promise<boolean> {
  const [event] = await tx
    .select({ seq: auditEvents.seq })
    .from(auditEvents)
    .where(
      and(
        eq(auditEvents.customerId, SYSTEM_CHAIN),
        eq(auditEvents.actorId, userId),
        eq(auditEvents.event, 'session.started'),
      ),
    )
    .limit(1)
  return event !== undefined
}

/** The e-mail of a user who exists. */
export async function emailOf(db: Primary, userId: string): Promise<string> {
  const [user] = await db.select({ email: users.email }).from(users).where(eq(users.id, userId))
  return user!.email
}

/** Ends one live session of a user. Returns false when there is no such session. */
export async function endSession(db: Primary, own: { sessionId: string; userId: string; at: Date }): Promise<boolean> {
  const live = and(eq(sessions.id, own.sessionId), eq(sessions.userId, own.userId), isNull(sessions.endedAt))
  const rows = await db
    .update(sessions)
    .set({ endedAt: own.at, endedReason: 'signed_out' })
    .where(live)
    .returning({ id: sessions.id })
  return rows.length > 0
}

/** Ends the live sessions of a user, except `except`. Returns how many it ended. */
export async function endSessionsOf(
  db: Primary,
  userId: string,
  ended: { at: Date; reason: Reason; except?: string },
): Promise<number> {
  const live = and(
    eq(sessions.userId, userId),
    isNull(sessions.endedAt),
    ended.except ? ne(sessions.id, ended.except) : undefined,
  )
  const rows = await db
    .update(sessions)
    .set({ endedAt: ended.at, endedReason: ended.reason })
    .where(live)
    .returning({ id: sessions.id })
  return rows.length
}
