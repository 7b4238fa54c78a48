import { and, eq, sql } from 'drizzle-orm'
import { consents, customers, interactions, interactionTotals, outbox, sends, suppressions } from '@/db/schema'
import { aCustomer, aPoint } from '@/lib/testing/builders'
import { useTestDatabase } from '@/lib/testing/database'
import { aJourney } from '@/lib/testing/sending'
import { recordInteraction } from './record-interaction'
import type { PastSend } from './past-send'
import { recordPastSends } from './record-past-sends'

const { db } = useTestDatabase()

const at = (minute: number) => new Date(Date.UTC(2025, 3, 1, 12, minute))
const event = (kind: PastSend['events'][number]['kind'], minute: number) => ({ kind, at: at(minute), rawCode: kind })

async function aPastSend(over: Partial<PastSend> = {}): Promise<PastSend> {
  const { journey, message } = await aJourney(db())
  return {
    customerId: (await aCustomer(db())).id,
    at: at(0),
    channel: 'email',
    address: 'maria@example.com',
    journeyId: journey.id,
    message: { ...message, journeyMessageId: message.id, purpose: 'service', subject: 'Olá' },
    provider: 'resend',
    events: [event('sent', 0), event('delivered', 1), event('opened', 9)],
    ...over,
  }
}

const stateOf = async (id: string) => (await db().select().from(sends).where(eq(sends.id, id)))[0]!

it('records the send with its state, its point and its time, and queues nothing', async () => {
  const customer = await aCustomer(db())
  const point = await aPoint(db(), customer.id)
  const [id] = await recordPastSends(db(), [await aPastSend({ customerId: customer.id })])
  expect(await stateOf(id!)).toMatchObject({ state: 'opened', stateAt: at(9), pointId: point.id, createdAt: at(0) })
  const [row] = await db().select().from(customers).where(eq(customers.id, customer.id))
  expect(row).toMatchObject({ lastInteractionAt: at(9), lastInteractionChannel: 'email' })
  expect(await db().$count(outbox)).toBe(0)
})

it('counts events as if they had been recorded one by one', async () => {
  const past = await aPastSend()
  const [customerId, test] = [past.customerId, false]
  const ids = await recordPastSends(db(), [past, { ...past, at: at(5), events: [event('sent', 5)] }])
  const totals = () =>
    db()
      .select()
      .from(interactionTotals)
      .where(eq(interactionTotals.customerId, customerId))
      .orderBy(interactionTotals.kind)
  const [counted, states] = [await totals(), await Promise.all(ids.map(stateOf))]
  const rows = await db().select().from(interactions).where(eq(interactions.customerId, customerId))
  for (const table of [interactions, interactionTotals])
    await db().delete(table).where(eq(table.customerId, customerId))
  await db()
    .update(sends)
    .set({ state: 'queued', stateAt: at(0) })
  for (const { sendId, kind, occurredAt, provider, rawCode } of rows)
    await recordInteraction(db(), { customerId, sendId, kind, occurredAt, provider, rawCode })
  expect(await totals()).toEqual(counted)
  expect(await Promise.all(ids.map(stateOf))).toEqual(states)
  expect(counted).toContainEqual(expect.objectContaining({ kind: 'sent', times: 2, test }))
})

it('sorts sends by the time they were sent, in whatever order they are recorded', async () => {
  const past = await aPastSend()
  const [late, early] = await recordPastSends(db(), [{ ...past, at: at(30) }, past])
  expect(early! < late!).toBe(true)
})

it('suppresses an address that complained, and cancels both purposes', async () => {
  const past = await aPastSend({ events: [event('sent', 0), event('complained', 3)] })
  await recordPastSends(db(), [past])
  expect(await db().select().from(suppressions)).toMatchObject([{ reason: 'complained', purpose: 'all', at: at(3) }])
  const cancelled = and(
    eq(consents.customerId, past.customerId),
    eq(consents.origin, 'provider'),
    sql`${consents.at} = ${at(3).toISOString()}`,
  )
  expect(await db().$count(consents, cancelled)).toBe(2)
})

it('suppresses an address that bounced, but cancels nothing', async () => {
  await recordPastSends(db(), [await aPastSend({ events: [event('bounced', 3)] })])
  expect(await db().select().from(suppressions)).toMatchObject([{ reason: 'bounced' }])
  expect(await db().$count(consents)).toBe(0)
})
