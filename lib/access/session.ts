import { and, eq, gt, isNull, sql } from 'drizzle-orm'
import { cache } from 'react'
import { database } from '@/db/client'
import { sessions, users } from '@/db/schema'
import { param, preparedQuery } from '@/db/prepared-query'
import { sessionIdOfRequest } from './session-cookie'
import type { Viewer } from './viewer'
import { viewerColumns, viewerOfRow } from './viewer-of-user'

/** The viewer behind this request's cookie, from a live session row of an active user; read once per request. */
export const currentViewer = cache(async (): Promise<Viewer | null> => {
  const sessionId = await sessionIdOfRequest()
  return sessionId ? viewerOfSession(sessionId) : null
})

export async function viewerOfSession(sessionId: string, db = database()): Promise<Viewer | null> {
  const [row] = await live(db).execute({ sessionId })
  return row ? viewerOfRow(row, sessionId) : null
}

const live = preparedQuery((db) =>
  db
    .select(viewerColumns)
    .from(sessions)
    .innerJoin(users, eq(users.id, sessions.userId))
    .where(
      and(
        eq(sessions.id, param('sessionId')),
        isNull(sessions.endedAt),
        gt(sessions.expiresAt, sql`now()`),
        isNull(users.deactivatedAt),
      ),
    ),
)
