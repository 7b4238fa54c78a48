import { and, gt, isNull, sql } from 'drizzle-orm'
import { sessions } from '@/db/schema'
import { env } from '@/lib/env'

/** The WHERE condition of a live session: not ended, not expired, and used within `SESSION_IDLE_MINUTES`. */
export const isLiveSession = () =>
  and(isNull(sessions.endedAt), gt(sessions.expiresAt, sql`now()`), gt(sessions.lastSeenAt, idleSince(sql`now()`)))

/** The moment before which a session is idle if nothing was requested since. */
export const idleSince = (now: ReturnType<typeof sql>) =>
  sql`${now} - make_interval(mins => ${sql.raw(String(env().SESSION_IDLE_MINUTES))})`
