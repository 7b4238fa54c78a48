import { and, eq, isNull } from 'drizzle-orm'
import type { Primary } from '@/db/handles'
import { sessions } from '@/db/schema'
import { newId } from '@/lib/values/ids'

/** A user agent that no other browser has. Tests that run at the same time share the demo users, but not their sessions. */
export const ownUserAgent = () => `retrato-test ${newId()}`

/** Ends the sessions of the browser with this user agent. */
export const endSessionsOf = (db: Primary, userAgent: string) =>
  db
    .update(sessions)
    .set({ endedAt: new Date(), endedReason: 'expired' })
    .where(and(eq(sessions.userAgent, userAgent), isNull(sessions.endedAt)))
