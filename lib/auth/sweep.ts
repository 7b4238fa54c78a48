import { and, gt, isNull, lt, sql } from 'drizzle-orm'
import type { Primary } from '@/db/handles'
import { sessions } from '@/db/schema'
import { idleSince } from '@/lib/access/live-session'
import { daysBefore } from '@/lib/values/days'

/** The newest session of each user stays longer, because it shows the last sign-in. */
const SESSIONS_DAYS = 90

/** Marks idle and expired sessions as ended and deletes old ones. */
export async function sweepSessions(db: Primary, now: Date): Promise<void> {
  const at = sql`${now.toISOString()}::timestamptz`
  await db
    .update(sessions)
    .set({ endedAt: now, endedReason: 'idle' })
    .where(and(isNull(sessions.endedAt), gt(sessions.expiresAt, now), lt(sessions.lastSeenAt, idleSince(at))))
  await db
    .update(sessions)
    .set({ endedAt: sessions.expiresAt, endedReason: 'expired' })
    .where(and(isNull(sessions.endedAt), lt(sessions.expiresAt, now)))
  const newer = sql`exists (select 1 from ${sessions} later where later.user_id = ${sessions.userId} and later.created_at > ${sessions.createdAt})`
  await db.delete(sessions).where(and(lt(sessions.expiresAt, daysBefore(now, SESSIONS_DAYS)), newer))
}
