import { eq } from 'drizzle-orm'
import { invitations, links, idempotencyKeys, rateLimits, reveals, sessions, webhookEvents } from '@/db/schema'
import { useTestDatabase } from '@/lib/testing/database'
import { newCustomerId, newId } from '@/lib/values/ids'
import { aUser } from '@/lib/testing/builders'
import { sweepAll } from './sweep'

jest.setTimeout(30_000)
const test = useTestDatabase()
const NOW = new Date('2026-06-30T12:00:00Z')
const days = (n: number) => new Date(NOW.getTime() + n * 24 * 3600_000)

it('marks expired sessions as ended and deletes old ones, except the newest of each user', async () => {
  const user = await aUser(test.db())
  const open = async (createdAt: Date, expiresAt: Date) =>
    (await test.db().insert(sessions).values({ id: newId(), userId: user.id, createdAt, expiresAt }).returning())[0]!.id
  const [oldest, old, live] = [
    await open(days(-200), days(-199)),
    await open(days(-3), days(-2)),
    await open(days(-0.1), days(0.4)),
  ]
  await sweepAll(test.db(), NOW)
  const rows = await test.db().select().from(sessions).where(eq(sessions.userId, user.id)).orderBy(sessions.createdAt)
  expect(rows.map((s) => [s.id, s.endedReason])).toEqual([
    [old, 'expired'],
    [live, null],
  ])
  expect(rows.map((s) => s.id)).not.toContain(oldest)
  const userWithOneSession = await aUser(test.db())
  await test
    .db()
    .insert(sessions)
    .values({ id: newId(), userId: userWithOneSession.id, createdAt: days(-200), expiresAt: days(-199) })
  await sweepAll(test.db(), NOW)
  expect(await test.db().$count(sessions, eq(sessions.userId, userWithOneSession.id))).toBe(1)
})

it('marks sessions as idle that nobody used for an hour', async () => {
  const { id: userId } = await aUser(test.db())
  const open = (lastSeenAt: Date) => ({ id: newId(), userId, createdAt: days(-0.2), expiresAt: days(0.3), lastSeenAt })
  const [idle, used] = [open(days(-0.05)), open(days(-0.01))]
  await test.db().insert(sessions).values([idle, used])
  await sweepAll(test.db(), NOW)
  const rows = await test.db().select().from(sessions).where(eq(sessions.userId, userId))
  expect(Object.fromEntries(rows.map((row) => [row.id, row.endedReason]))).toEqual({
    [idle.id]: 'idle',
    [used.id]: null,
  })
})

it('deletes expired reveals and rate limits, and old idempotency keys and invitations, but no others', async () => {
  const user = await aUser(test.db())
  const reveal = (expiresAt: Date) => ({
    customerId: newCustomerId(),
    sessionId: newId(),
    subject: 'document',
    expiresAt,
  })
  const invitation = (createdAt: Date) => ({
    tokenHash: Buffer.from(newId()),
    userId: user.id,
    createdBy: user.id,
    createdAt,
    expiresAt: new Date(createdAt.getTime() + 7 * 24 * 3600_000),
  })
  const [expired, active] = [reveal(days(-0.01)), reveal(days(0.001))]
  await test.db().insert(reveals).values([expired, active])
  await test
    .db()
    .insert(rateLimits)
    .values([
      { key: 'expired', points: 3, expire: days(-0.01).getTime() },
      { key: 'running', points: 3, expire: days(0.01).getTime() },
    ])
  await test
    .db()
    .insert(idempotencyKeys)
    .values([
      { key: Buffer.from('old'), doneAt: days(-8) },
      { key: Buffer.from('new'), doneAt: days(-6) },
    ])
  await test
    .db()
    .insert(invitations)
    .values([invitation(days(-40)), invitation(days(-8)), invitation(days(-1))])
  await sweepAll(test.db(), NOW)
  expect(await test.db().$count(reveals, eq(reveals.customerId, expired.customerId))).toBe(0)
  expect(await test.db().$count(reveals, eq(reveals.customerId, active.customerId))).toBe(1)
  expect((await test.db().select().from(rateLimits)).map(({ key }) => key)).toEqual(['running'])
  expect((await test.db().select().from(idempotencyKeys)).map(({ key }) => key.toString())).toEqual(['new'])
  expect(await test.db().$count(invitations, eq(invitations.userId, user.id))).toBe(2)
})

it('deletes webhook events that were processed long ago, and those that no delivery claimed for a week', async () => {
  const webhookEvent = (eventId: string, receivedAt: Date, processedAt: Date | null) => ({
    provider: 'resend' as const,
    eventId,
    kind: 'delivered',
    body: {},
    receivedAt,
    processedAt,
  })
  await test
    .db()
    .insert(webhookEvents)
    .values([
      webhookEvent('old', days(-91), days(-91)),
      webhookEvent('foreign', days(-8), null),
      webhookEvent('waiting', days(-6), null),
      webhookEvent('new', days(-89), days(-89)),
    ])
  await sweepAll(test.db(), NOW)
  const rows = await test.db().select({ id: webhookEvents.eventId }).from(webhookEvents).orderBy(webhookEvents.eventId)
  expect(rows.map(({ id }) => id)).toEqual(['new', 'waiting'])
})

it('deletes links that expired long ago, but none that never expire', async () => {
  const link = (expiresAt: Date | null) => ({
    tokenHash: Buffer.from(newId()),
    purpose: 'unsubscribe' as const,
    customerId: newCustomerId(),
    subjectId: newId(),
    createdAt: days(-400),
    expiresAt,
  })
  await test
    .db()
    .insert(links)
    .values([link(days(-181)), link(days(-179)), link(null)])
  await sweepAll(test.db(), NOW)
  expect(await test.db().$count(links)).toBe(2)
})
