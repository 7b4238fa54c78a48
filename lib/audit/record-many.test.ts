import { asc, eq } from 'drizzle-orm'
import { auditChains, auditEvents } from '@/db/schema'
import { useTestDatabase } from '@/lib/testing/database'
import { aCustomer } from '@/lib/testing/builders'
import { GENESIS, link, rowDigest } from './chain'
import { record } from './record'
import { recordMany } from './record-many'
import { customerKeysOf, open } from './seal'

const { db } = useTestDatabase()
const actor = { userId: null, requestId: 'a-request', now: new Date('2026-05-04T12:00:00.123Z') }

async function chainOf(customerId: string) {
  const events = await db()
    .select()
    .from(auditEvents)
    .where(eq(auditEvents.customerId, customerId))
    .orderBy(asc(auditEvents.seq))
  const [head] = await db().select().from(auditChains).where(eq(auditChains.customerId, customerId))
  const computed = events.reduce<Buffer>((previous, event) => link(previous, rowDigest(event)), GENESIS)
  return { events, head: head!, computed }
}

it('writes the same chain as one event at a time', async () => {
  const known = await aCustomer(db())
  const fresh = await aCustomer(db())
  await record(db(), actor, { event: 'customer.created', customerId: known.id, after: { name: 'Ana' } })
  await recordMany(db(), actor, [
    {
      event: 'customer.imported',
      customerId: known.id,
      before: { name: 'Ana' },
      after: { name: 'Ana Lima' },
      details: { row: 7 },
    },
    { event: 'contact.added', customerId: known.id, subject: 'point:1' },
    { event: 'customer.imported', customerId: fresh.id, details: { row: 8 } },
  ])
  await record(db(), actor, { event: 'customer.rated', customerId: known.id })
  for (const id of [known.id, fresh.id]) {
    const { events, head, computed } = await chainOf(id)
    expect(head.hash).toEqual(computed)
    expect(head.seq).toBe(events.length)
  }
  const { events } = await chainOf(known.id)
  expect(events.map((e) => e.event)).toEqual([
    'customer.created',
    'customer.imported',
    'contact.added',
    'customer.rated',
  ])
  const key = (await customerKeysOf(db(), [known.id])).get(known.id)!
  expect(JSON.parse(open(key, events[1]!.sealed!, known.id).toString())).toEqual({
    before: { name: 'Ana' },
    after: { name: 'Ana Lima' },
  })
})

it('starts the chain of a customer without events', async () => {
  const customer = await aCustomer(db())
  await recordMany(db(), actor, [
    { event: 'customer.imported', customerId: customer.id, before: { name: 'A' }, after: { name: 'B' } },
  ])
  const { events, head, computed } = await chainOf(customer.id)
  expect(events).toHaveLength(1)
  expect(head.hash).toEqual(computed)
})
