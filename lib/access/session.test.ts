import { eq } from 'drizzle-orm'
import { sessions, userStores } from '@/db/schema'
import { useTestDatabase } from '@/lib/testing/database'
import { newId } from '@/lib/values/ids'
import { aStore, aUser } from '@/lib/testing/builders'
import { viewerOfSession } from './session'

const { db } = useTestDatabase()

const minutesFromNow = (minutes: number) => new Date(Date.now() + minutes * 60_000)

async function aSession(over: Partial<typeof sessions.$inferInsert> & { userId: string }): Promise<string> {
  const id = newId()
  await db()
    .insert(sessions)
    .values({ id, expiresAt: minutesFromNow(60), ...over })
  return id
}

it('returns the user of a live session with role, scope and stores', async () => {
  const user = await aUser(db(), { role: 'seller', scope: 'stores' })
  const store = await aStore(db(), { name: 'Loja Centro' })
  await db().insert(userStores).values({ userId: user.id, storeId: store.id })
  const sessionId = await aSession({ userId: user.id })
  expect(await viewerOfSession(sessionId, db())).toMatchObject({
    userId: user.id,
    sessionId,
    role: 'seller',
    scope: { kind: 'stores', storeIds: [store.id] },
    storeNames: ['Loja Centro'],
  })
})

it.each([
  ['expired a minute ago', { expiresAt: minutesFromNow(-1) }],
  ['nobody used for longer than an hour', { lastSeenAt: minutesFromNow(-61) }],
  ['was ended by its user', { endedAt: minutesFromNow(-1), endedReason: 'signed_out' }],
] as const)('returns nobody for a session that %s', async (_name, over) => {
  const { id: userId } = await aUser(db())
  const sessionId = await aSession({ userId, ...over })
  expect(await viewerOfSession(sessionId, db())).toBeNull()
})

it('returns nobody for the open session of a deactivated user', async () => {
  const { id: userId } = await aUser(db(), { deactivatedAt: new Date() })
  expect(await viewerOfSession(await aSession({ userId }), db())).toBeNull()
})

it('returns nobody for an unknown session', async () => {
  expect(await viewerOfSession(newId(), db())).toBeNull()
})

it('keeps a session open that is used again within the hour, and notes the use at most once a minute', async () => {
  const { id: userId } = await aUser(db())
  const sessionId = await aSession({ userId, lastSeenAt: minutesFromNow(-59) })
  const lastSeen = async () => (await db().select().from(sessions).where(eq(sessions.id, sessionId)))[0]!.lastSeenAt
  expect(await viewerOfSession(sessionId, db())).not.toBeNull()
  const noted = await lastSeen()
  expect(noted.getTime()).toBeGreaterThan(Date.now() - 60_000)
  await viewerOfSession(sessionId, db())
  expect(await lastSeen()).toEqual(noted)
})
