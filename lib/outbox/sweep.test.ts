import { links, webhookEvents } from '@/db/schema'
import { useTestDatabase } from '@/lib/testing/database'
import { newCustomerId, newId } from '@/lib/values/ids'
import { sweepReports } from './sweep'

jest.setTimeout(30_000)
const test = useTestDatabase()
const NOW = new Date('2026-06-30T12:00:00Z')
const days = (n: number) => new Date(NOW.getTime() + n * 24 * 3600_000)

it('deletes reports long applied, and keeps those that wait', async () => {
  const report = (eventId: string, receivedAt: Date, processedAt: Date | null) => ({
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
      report('old', days(-91), days(-91)),
      report('waiting', days(-91), null),
      report('new', days(-89), days(-89)),
    ])
  await sweepReports(test.db(), NOW)
  const left = await test.db().select({ id: webhookEvents.eventId }).from(webhookEvents).orderBy(webhookEvents.eventId)
  expect(left.map(({ id }) => id)).toEqual(['new', 'waiting'])
})

it('deletes links long expired, and keeps those that never expire', async () => {
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
  await sweepReports(test.db(), NOW)
  expect(await test.db().$count(links)).toBe(2)
})
