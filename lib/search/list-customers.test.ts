import { eq } from 'drizzle-orm'
import { customers, externalIds } from '@/db/schema'
import { useTestDatabase } from '@/lib/testing/database'
import { aCtx, aCustomer, aStore } from '@/lib/testing/builders'
import { findByExternalId } from './find-by-external-id'
import { listCustomers } from './list-customers'

const database = useTestDatabase()

/** Far in the future, so that rows of other tests follow these. */
const at = (n: number) => new Date(Date.UTC(2999, 0, 1) + Math.floor(n / 2))

async function aList(count: number, over: Partial<typeof customers.$inferInsert> = {}) {
  const made = []
  for (let n = 0; n < count; n++) made.push((await aCustomer(database.db(), { lastActivityAt: at(n), ...over })).id)
  return made
}

const idsOf = (page: { customers: { id: string }[] }) => page.customers.map((c) => c.id)

it('pages forward and back in order of the newest activity, also across equal instants', async () => {
  const made = await aList(45)
  const ctx = await aCtx(database.db())
  const first = await listCustomers(ctx)
  const second = await listCustomers(ctx, first.nextCursor!)
  const back = await listCustomers(ctx, second.previousCursor!)
  expect(first.previousCursor).toBeNull()
  expect([first, second, back].map(({ offset }) => offset)).toEqual([0, 20, 0])
  expect(idsOf(back)).toEqual(idsOf(first))
  expect(back.previousCursor).toBeNull()
  expect(idsOf(await listCustomers(ctx, back.nextCursor!))).toEqual(idsOf(second))
  expect(new Set([...idsOf(first), ...idsOf(second)])).toEqual(new Set(await newest(40)))
  expect(first.customers[0]!.lastActivityAt).toEqual(at(44))
  expect(made).toHaveLength(45)
})

async function newest(count: number) {
  const rows = await database.db().select({ id: customers.id, at: customers.lastActivityAt }).from(customers)
  return rows
    .sort((a, b) => b.at.getTime() - a.at.getTime() || (a.id < b.id ? 1 : -1))
    .slice(0, count)
    .map((row) => row.id)
}

it.each(['>9999-99-99 99:99:99+00', '>2026-02-30 00:00:00+00', '>0000-01-01 00:00:00+00'])(
  'starts over on a cursor of %s',
  async (text) => {
    const ctx = await aCtx(database.db())
    expect(await listCustomers(ctx, `${text}_${ctx.viewer.userId}_20`)).toEqual(await listCustomers(ctx))
    expect(await listCustomers(ctx, `>2026-01-01 00:00:00+00_${'-'.repeat(36)}_20`)).toEqual(await listCustomers(ctx))
  },
)

it('lists only customers within the scope, of several stores in one order, without absorbed ones', async () => {
  const db = database.db()
  const [one, two] = [await aStore(db), await aStore(db)]
  const [a] = await aList(1, { storeId: one.id, lastActivityAt: at(2) })
  const [b] = await aList(1, { storeId: two.id, lastActivityAt: at(8) })
  await aList(1, { storeId: two.id, survivorId: b })
  await aList(1)
  const manager = await aCtx(db, 'manager', { kind: 'stores', storeIds: [one.id, two.id] })
  expect(idsOf(await listCustomers(manager))).toEqual([b, a])
  expect(idsOf(await listCustomers(await aCtx(db, 'manager', { kind: 'stores', storeIds: [] })))).toEqual([])
  const seller = await aCtx(db, 'seller', { kind: 'own' })
  expect(idsOf(await listCustomers(seller))).toEqual([])
  await db.update(customers).set({ assignedUserId: seller.viewer.userId }).where(eq(customers.id, a!))
  expect(idsOf(await listCustomers(seller))).toEqual([a])
})

it.each(['', 'x', '>2999', ">2999-01-01 00:00:00+00_'; drop table customers"])(
  'starts over on the cursor %p',
  async (cursor) => {
    const made = await aList(1)
    expect(idsOf(await listCustomers(await aCtx(database.db()), cursor))).toContain(made[0])
  },
)

describe('an external id', () => {
  it('leads to its customer, and to the survivor after a merge', async () => {
    const db = database.db()
    const [root] = await aList(1)
    const [absorbed] = await aList(1, { survivorId: root })
    await db.insert(externalIds).values([
      { source: 'sap', externalId: '42', customerId: root! },
      { source: 'legado', externalId: '7/a', customerId: absorbed! },
    ])
    const ctx = await aCtx(db)
    expect(await findByExternalId(ctx, 'sap', '42')).toEqual({ ok: true, id: root })
    expect(await findByExternalId(ctx, 'legado', '7/a')).toEqual({ ok: true, id: root })
    expect(await findByExternalId(ctx, 'sap', '7/a')).toEqual({ ok: true, id: null })
    expect(await findByExternalId(await aCtx(db, 'seller', { kind: 'own' }), 'sap', '42')).toEqual({
      ok: true,
      id: null,
    })
  })
})
