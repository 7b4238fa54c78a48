import { agendaInteractions, purchaseExclusions, purchaseReturns, purchases } from '@/db/schema'
import type { WriteCtx } from '@/lib/kernel/context'
import { aReason } from '@/lib/testing/agenda'
import { aCtx, aCustomer, aMerged, aStore, aUser } from '@/lib/testing/builders'
import { useTestDatabase } from '@/lib/testing/database'
import { newId } from '@/lib/values/ids'
import { listInfluencedSales } from './list-influenced'
import { readPeriod } from './period'
import { readAgendaReport } from './read-report'

const { db } = useTestDatabase()

const NOVEMBER = { from: '2026-11-01', to: '2026-11-30' }
/** Noon of a day of November in São Paulo. */
const noon = (day: number) => new Date(Date.UTC(2026, 10, day, 15))

async function aWorld() {
  const store = await aStore(db())
  const seller = await aUser(db(), { name: 'Rafael Lima', role: 'seller' })
  const customer = await aCustomer(db(), { storeId: store.id })
  const made = await aCtx(db(), 'manager', { kind: 'stores', storeIds: [store.id] })
  const ctx: WriteCtx = { ...made, now: noon(30) }
  return { store, seller, customer, ctx, scope: { storeIds: [store.id], sellerId: null } }
}

type World = Awaited<ReturnType<typeof aWorld>>

async function aContact({ store, seller, customer }: World, startedAt: Date, over: object = {}) {
  const closed = { situation: 'success' as const, closedAt: startedAt }
  await db()
    .insert(agendaInteractions)
    .values({
      ...{ customerId: customer.id, id: newId(), storeId: store.id, sellerId: seller.id, means: 'call' as const },
      ...{ startedAt, lastActivityAt: startedAt, ...closed, ...over },
    })
}

async function aPurchase({ customer }: Pick<World, 'customer'>, purchasedAt: Date, over: object = {}) {
  const id = newId()
  const purchase = { customerId: customer.id, id, source: 'sap', externalId: id, purchasedAt }
  await db()
    .insert(purchases)
    .values({ ...purchase, currency: 'BRL', total: 10_000, situation: 'delivered', ...over })
  return { customerId: customer.id, purchaseId: id }
}

const report = ({ ctx, scope }: World) => readAgendaReport(ctx, scope, NOVEMBER)
const sales = async (world: World) => {
  const { totals } = await report(world)
  return { count: totals.sales, converted: totals.converted, amounts: totals.amounts }
}

it('counts reasons by their present status, and the statuses add up', async () => {
  const world = await aWorld()
  const { store, seller, customer } = world
  const shared = { customerId: customer.id, storeId: store.id, createdAt: noon(10), sellerId: seller.id }
  for (const status of ['done', 'lost', 'returned', 'cancelled'] as const)
    await aReason(db(), { ...shared, status, settledAt: noon(12) })
  await aReason(db(), shared)
  await aReason(db(), { ...shared, closesOn: '2026-11-29' })
  await aReason(db(), { ...shared, sellerId: null })
  await aReason(db(), { ...shared, createdAt: noon(-1) })
  const { rows, totals } = await report(world)
  expect(rows).toMatchObject([
    { sellerName: 'Rafael Lima', generated: 6, done: 1, pending: 1, lost: 2, returned: 1, cancelled: 1 },
    { sellerName: null, generated: 1, pending: 1 },
  ])
  const { generated, done, pending, lost, returned, cancelled } = totals
  expect(done + pending + lost + returned + cancelled).toBe(generated)
})

describe('an influenced sale', () => {
  it.each([
    ['of the day of the contact', noon(10.1), 1],
    ['at the last minute of the seventh day', new Date('2026-11-18T02:59:00Z'), 1],
    ['after the seventh day', new Date('2026-11-18T03:00:00Z'), 0],
    ['before the contact', noon(9), 0],
  ])('is a purchase %s: %s', async (_name, at, count) => {
    const world = await aWorld()
    await aContact(world, noon(10))
    await aPurchase(world, at)
    expect(await sales(world)).toMatchObject({ count, converted: count })
  })

  it('belongs to the last contact before it, also of another store, and to one only', async () => {
    const world = await aWorld()
    const elsewhere = { ...world, store: await aStore(db(), { name: 'Loja Savassi' }) }
    await aContact(world, noon(10))
    await aContact(elsewhere, noon(12))
    await aPurchase(world, noon(11))
    await aPurchase(world, noon(13))
    expect(await sales(world)).toMatchObject({ count: 1 })
    const both = { ...world, scope: { storeIds: [world.store.id, elsewhere.store.id], sellerId: null } }
    expect(await sales(both)).toMatchObject({ count: 2, converted: 2 })
  })

  it('belongs to one of two contacts of the same instant', async () => {
    const world = await aWorld()
    await aContact(world, noon(10))
    await aContact(world, noon(10))
    await aPurchase(world, noon(11))
    expect(await sales(world)).toMatchObject({ count: 1, converted: 1 })
  })

  it('counts net of returns and exclusions, without cancelled and completely returned ones, by currency', async () => {
    const world = await aWorld()
    await aContact(world, noon(10))
    const partly = await aPurchase(world, noon(11))
    await db()
      .insert(purchaseReturns)
      .values({ ...partly, id: newId(), amount: 2_500, returnedAt: noon(20) })
    await db()
      .insert(purchaseExclusions)
      .values({ ...partly, id: newId(), reason: 'freight', amount: 500 })
    const wholly = await aPurchase(world, noon(11))
    await db()
      .insert(purchaseReturns)
      .values({ ...wholly, id: newId(), amount: 10_000, returnedAt: noon(20) })
    await aPurchase(world, noon(11), { situation: 'cancelled' })
    await aPurchase(world, noon(12), { currency: 'USD', total: 300 })
    expect(await sales(world)).toEqual({
      ...{ count: 2, converted: 1 },
      amounts: [
        { currency: 'BRL', amount: 7_000 },
        { currency: 'USD', amount: 300 },
      ],
    })
  })

  it('needs a contact with success', async () => {
    const world = await aWorld()
    await aContact(world, noon(10), { situation: 'no_answer' })
    await aPurchase(world, noon(11))
    expect(await sales(world)).toMatchObject({ count: 0 })
    expect((await report(world)).totals).toMatchObject({ contacts: 1, successes: 0 })
  })

  it('joins the records of a merged customer', async () => {
    const world = await aWorld()
    const { survivor, absorbed } = await aMerged(db())
    await aContact({ ...world, customer: absorbed }, noon(10))
    await aPurchase({ customer: survivor }, noon(11))
    expect(await sales(world)).toMatchObject({ count: 1 })
  })

  it('is listed with its contact, and without the name of a customer out of scope', async () => {
    const world = await aWorld()
    await aContact(world, noon(10))
    await aPurchase(world, noon(11))
    const hidden = await aCustomer(db(), { name: 'De outra loja' })
    await aContact({ ...world, customer: hidden }, noon(12))
    await aPurchase({ customer: hidden }, noon(13))
    const { sales: listed } = await listInfluencedSales(world.ctx, world.scope, NOVEMBER)
    expect(listed).toMatchObject([
      { customerId: null, customerName: null, net: 10_000 },
      { customerId: world.customer.id, sellerName: 'Rafael Lima', contactedAt: noon(10), purchasedAt: noon(11) },
    ])
    expect(listed).toHaveLength((await report(world)).totals.sales)
  })
})

it('lists 50 sales a page, each once, although they have one instant', async () => {
  const world = await aWorld()
  await aContact(world, noon(10))
  for (let n = 0; n < 60; n += 1) await aPurchase(world, noon(11))
  const first = await listInfluencedSales(world.ctx, world.scope, NOVEMBER)
  const second = await listInfluencedSales(world.ctx, world.scope, NOVEMBER, first.nextCursor!)
  expect(new Set([...first.sales, ...second.sales].map(({ purchaseId }) => purchaseId)).size).toBe(60)
  expect(second.nextCursor).toBeNull()
})

it('masks the number of a purchase that is a document, and shows nothing of a customer outside of the scope', async () => {
  const world = await aWorld()
  const other = await aCustomer(db(), { storeId: (await aStore(db())).id })
  await aContact(world, noon(10))
  await aPurchase(world, noon(11), { externalId: '111.444.777-35' })
  await aContact({ ...world, customer: other }, noon(10))
  await aPurchase({ customer: other }, noon(12), { externalId: 'PED-77' })
  const { sales: listed } = await listInfluencedSales(world.ctx, world.scope, NOVEMBER)
  expect(listed).toMatchObject([
    { customerId: null, customerName: null, externalId: null, net: 10_000 },
    { customerId: world.customer.id, externalId: expect.stringMatching(/^\D*[*•]/) },
  ])
  expect(JSON.stringify(listed)).not.toMatch(/PED-77|444/)
})

it('refuses a period that is too long or reversed, and begins with the month', () => {
  const at = noon(30)
  expect(readPeriod({}, at)).toEqual({ ...NOVEMBER, problem: null })
  expect(readPeriod({ from: '2026-02-30' }, at).problem).toBe('invalid_from')
  expect(readPeriod({ from: '2026-11-02', to: '2026-11-01' }, at).problem).toBe('reversed')
  expect(readPeriod({ from: '2025-01-01', to: '2026-11-01' }, at).problem).toBe('too_long')
})

it('is not for sellers', async () => {
  const world = await aWorld()
  await expect(readAgendaReport(await aCtx(db(), 'seller'), world.scope, NOVEMBER)).rejects.toThrow('agenda.manage')
})
