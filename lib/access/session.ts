import { and, eq, isNull, lt, sql } from 'drizzle-orm'
import { headers } from 'next/headers'
import { cache } from 'react'
import { database } from '@/db/client'
import type { Primary } from '@/db/handles'
import { sessions, users, userSecondFactors } from '@/db/schema'
import { param, preparedQuery } from '@/db/prepared-query'
import { isLiveSession } from './live-session'
import { sessionIdOfRequest } from './session-cookie'
import type { Viewer } from './viewer'
import { viewerColumns, viewerOfRow } from './viewer-of-user'

/** The viewer behind this request's cookie, from a live session row of an active user; read once per request. */
export const currentViewer = cache(async (): Promise<Viewer | null> => {
  const sessionId = await sessionIdOfRequest()
  if (!sessionId) return null
  return (await isEventStream()) ? checkSession(sessionId) : viewerOfSession(sessionId)
})

/** A browser opens an event stream again by itself, without its user. */
const isEventStream = async () => (await headers()).get('accept') === 'text/event-stream'

export async function viewerOfSession(sessionId: string, db = database()): Promise<Viewer | null> {
  const [row] = await live(db).execute({ sessionId })
  if (!row) return null
  if (row.seenLongAgo) await noteUse(db, sessionId)
  return viewerOfRow(row, sessionId, row.hasSecondFactor)
}

/** The same, but it does not count as use: a page that only stays open must not keep a session alive. */
export async function checkSession(sessionId: string, db = database()): Promise<Viewer | null> {
  const [row] = await live(db).execute({ sessionId })
  return row ? viewerOfRow(row, sessionId, row.hasSecondFactor) : null
}

const hasSecondFactor = sql<boolean>`exists (
  select 1 from ${userSecondFactors} where ${userSecondFactors.userId} = ${users.id} and ${userSecondFactors.confirmedAt} is not null)`

const seenLongAgo = sql<boolean>`${sessions.lastSeenAt} < now() - interval '1 minute'`

/** Of several requests at the same time, one writes. */
async function noteUse(db: Primary, sessionId: string): Promise<void> {
  await db
    .update(sessions)
    .set({ lastSeenAt: sql`now()` })
    .where(and(eq(sessions.id, sessionId), lt(sessions.lastSeenAt, sql`now() - interval '1 minute'`)))
}

/** Whether this request's cookie names a session that is over. After signing out there is no cookie. */
export const hasEndedSession = async (): Promise<boolean> =>
  (await sessionIdOfRequest()) !== null && (await currentViewer()) === null

const live = preparedQuery((db) =>
  db
    .select({
      ...viewerColumns,
      seenLongAgo: seenLongAgo.mapWith(Boolean),
      hasSecondFactor: hasSecondFactor.mapWith(Boolean),
    })
    .from(sessions)
    .innerJoin(users, eq(users.id, sessions.userId))
    .where(and(eq(sessions.id, param('sessionId')), isLiveSession(), isNull(users.deactivatedAt))),
)
