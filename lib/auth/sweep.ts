import { and, isNull, lt, or, sql } from 'drizzle-orm'
import type { Db } from '@/db/client'
import { invitations, onceKeys, rateLimits, reveals, sessions } from '@/db/schema'
import { daysBefore } from '@/lib/values/days'

/** The newest session of each user is kept longer: it shows when they last signed in. */
const SESSIONS_DAYS = 90
const INVITATIONS_DAYS = 30
/** The same form is not sent again after a week. */
const ONCE_KEYS_DAYS = 7

/** Deletes expired reveals, rate limits, one-time keys, old sessions and invitations, and marks expired sessions as ended. */
export async function sweep(db: Db, now: Date): Promise<void> {
  const ago = (days: number) => daysBefore(now, days)
  await db.delete(reveals).where(lt(reveals.expiresAt, now))
  await db.delete(rateLimits).where(lt(rateLimits.expire, now.getTime()))
  await db.delete(onceKeys).where(lt(onceKeys.doneAt, ago(ONCE_KEYS_DAYS)))
  await db
    .update(sessions)
    .set({ endedAt: sessions.expiresAt, endedReason: 'expired' })
    .where(and(isNull(sessions.endedAt), lt(sessions.expiresAt, now)))
  const newer = sql`exists (select 1 from ${sessions} later where later.user_id = ${sessions.userId} and later.created_at > ${sessions.createdAt})`
  await db.delete(sessions).where(and(lt(sessions.expiresAt, ago(SESSIONS_DAYS)), newer))
  await db
    .delete(invitations)
    .where(
      and(
        lt(invitations.createdAt, ago(INVITATIONS_DAYS)),
        or(lt(invitations.expiresAt, now), sql`${invitations.usedAt} is not null`),
      ),
    )
}
