import { inboundEvents } from '@/db/schema'
import { NotPermitted } from '@/lib/kernel/query'
import { aCtx, aCustomer, aPoint, aStore } from '@/lib/testing/builders'
import { inbound } from '@/lib/testing/conversations'
import { useTestDatabase } from '@/lib/testing/database'
import { assignMessages } from './commands/assign'
import { readInboundEvent } from './inbound-event'
import { receiveArrival } from './receive-arrival'
import { listByIds } from '@/lib/search/hits'
import { getUnassigned, listUnassigned } from './unassigned'

const { db } = useTestDatabase()

const PHONE = {
  channel: 'whatsapp',
  value: '(11) 98765-7777',
  normalized: '+5511987657777',
  matchKey: '87657777|11',
} as const

/** Receives a message that has no customer, and returns the id under which it waits. */
async function aWaitingMessage(eventId = 'first'): Promise<string> {
  const arrival = readInboundEvent(inbound(), new Date())!
  expect(await receiveArrival(db(), { source: 'webhook', eventId, arrival }, { now: new Date() })).toBe('unassigned')
  const { items } = await listUnassigned(await aCtx(db()))
  return items[0]!.id
}

it('lists messages without a customer, with their address masked for a role that does not read it', async () => {
  const id = await aWaitingMessage()
  const { items } = await listUnassigned(await aCtx(db(), 'agent'))
  expect(items).toMatchObject([{ id, reason: 'unknown', channel: 'whatsapp', messages: [{ body: 'Olá!' }] }])
  expect(JSON.stringify(items)).not.toContain('87657777')
  expect((await listUnassigned(await aCtx(db(), 'admin'))).items[0]!.from).toBe('(11) 98765-7777')
})

it('pages without repeating or losing a message', async () => {
  for (let n = 0; n < 21; n += 1) await aWaitingMessage(`event ${n}`)
  const ctx = await aCtx(db())
  const first = await listUnassigned(ctx)
  const second = await listUnassigned(ctx, first.nextCursor!)
  const ids = [...first.items, ...second.items].map(({ id }) => id)
  expect(new Set(ids).size).toBe(21)
  expect(second.nextCursor).toBeNull()
})

it('offers the customers with the address, only those within the scope', async () => {
  const [mine, other] = [await aStore(db()), await aStore(db())]
  const seen = await aCustomer(db(), { storeId: mine.id })
  for (const { id } of [seen, await aCustomer(db(), { storeId: other.id })]) await aPoint(db(), id, PHONE)
  const id = await aWaitingMessage()
  const found = await getUnassigned(await aCtx(db(), 'agent'), id)
  expect(found).toMatchObject({ reason: 'ambiguous' })
  expect(found!.candidateIds).toHaveLength(2)
  const viewer = await aCtx(db(), 'agent', { kind: 'stores', storeIds: [mine.id] })
  expect((await listByIds(viewer, found!.candidateIds)).map((customer) => customer.id)).toEqual([seen.id])
})

it('finds nothing after the messages were assigned, and nothing for an id that is not one', async () => {
  const id = await aWaitingMessage()
  const ctx = await aCtx(db())
  await assignMessages(ctx, { customerId: (await aCustomer(db())).id, eventId: id })
  expect(await getUnassigned(ctx, id)).toBeNull()
  expect(await getUnassigned(ctx, "' or 1=1 --")).toBeNull()
  expect((await listUnassigned(ctx)).items).toEqual([])
  expect(await db().select().from(inboundEvents)).toHaveLength(1)
})

it('is refused without the permission', async () => {
  await aWaitingMessage()
  await expect(listUnassigned(await aCtx(db(), 'seller'))).rejects.toThrow(NotPermitted)
})
