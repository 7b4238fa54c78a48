import { and, eq, gt, isNull, sql } from 'drizzle-orm'
import { cache } from 'react'
import { database } from '@/db/client'
import { sessions, stores, userStores, users } from '@/db/schema'
import { sessionIdOfRequest } from './session-cookie'
import { viewerOf, type Scope, type Viewer } from './viewer'

/** The viewer behind this request's cookie, from a live session row of an active user; read once per request. */
export const currentViewer = cache(async (): Promise<Viewer | null> => {
  const sessionId = await sessionIdOfRequest()
  return sessionId ? viewerOfSession(sessionId) : null
})

export async function viewerOfSession(sessionId: string, db = database()): Promise<Viewer | null> {
  const [row] = await db
    .select({
      user: users,
      stores: sql<{ id: string; name: string }[]>`coalesce((select json_agg(json_build_object('id', s.id, 'name', s.name) order by s.name)
        from ${userStores} us join ${stores} s on s.id = us.store_id where us.user_id = ${users.id}), '[]')`,
    })
    .from(sessions)
    .innerJoin(users, eq(users.id, sessions.userId))
    .where(and(eq(sessions.id, sessionId), isNull(sessions.endedAt), gt(sessions.expiresAt, sql`now()`), isNull(users.deactivatedAt)))
  if (!row) return null
  const { id: userId, name, email, role, locale } = row.user
  const scope: Scope = row.user.scope === 'stores' ? { kind: 'stores', storeIds: row.stores.map((s) => s.id) } : { kind: row.user.scope }
  return viewerOf({ userId, sessionId, name, email, role, locale, scope, storeNames: row.stores.map((s) => s.name) })
}
