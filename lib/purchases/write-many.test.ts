import { eq } from 'drizzle-orm'
import { creditUses, credits, customers, purchaseItems, purchaseKeys, purchases } from '@/db/schema'
import type { WriteCtx } from '@/lib/kernel/context'
import { aCtx, aCustomer, aMerged } from '@/lib/testing/builders'
import { useTestDatabase } from '@/lib/testing/database'
import type { BatchOutcome, PurchaseBatch, PurchaseRow, WrittenRow } from './batch'
import { findOwnedRows } from './find'
import { takeBackPurchases } from './take-back'
import { writePurchases } from './write-many'

const { db } = useTestDatabase()

const SOURCE = 'loja'

const aPurchase = (customerId: string, over: Partial<PurchaseRow> = {}): PurchaseRow => ({
  ...{ customerId, externalId: 'A-1', purchasedAt: new Date('2026-03-01T15:00:00Z'), currency: 'BRL', total: 12000 },
  ...{ situation: 'delivered', sellerName: 'Ana', ...over },
})

const anItem = (line: number, total: number, freight = 0) => ({
  ...{ purchase: 'A-1', line, description: `Produto ${line}`, quantity: '1.500', unitPrice: total, total, freight },
})

/** A purchase with everything that can belong to it. */
const everything = (customerId: string): PurchaseBatch => ({
  purchases: [aPurchase(customerId), aPurchase(customerId, { externalId: 'A-2', purchasedAt: at('2026-05-02') })],
  items: [anItem(1, 7000), anItem(2, 5000)],
  returns: [{ purchase: 'A-1', externalId: 'D-1', line: 2, quantity: '1', amount: 5000, returnedAt: at('2026-03-09') }],
  exclusions: [{ purchase: 'A-1', externalId: 'freight', reason: 'freight', amount: 900 }],
  credits: [
    { customerId, externalId: 'C-1', currency: 'BRL', amount: 600, generatedAt: at('2026-03-02'), purchase: 'A-1' },
  ],
  uses: [{ credit: 'C-1', externalId: 'U-1', amount: 400, usedAt: at('2026-05-02'), purchase: 'A-2' }],
})

const at = (day: string) => new Date(`${day}T15:00:00Z`)

const resultsOf = (outcome: BatchOutcome) =>
  Object.values(outcome).flatMap((rows) => rows.map((row) => (row.result === 'refused' ? row.problem : row.result)))

const writtenIn = (outcome: BatchOutcome) =>
  Object.values(outcome)
    .flat()
    .filter((row): row is WrittenRow => row.result === 'written')

const totalOf = async (customerId: string, externalId = 'A-1') => {
  const rows = await db().select().from(purchases).where(eq(purchases.customerId, customerId))
  const { total, freight } = rows.find((row) => row.externalId === externalId)!
  return { total, freight }
}

const lastPurchaseOf = async (customerId: string) =>
  (await db().select().from(customers).where(eq(customers.id, customerId)))[0]!.lastPurchaseOn

const rowsOf = async (customerId: string) => [
  ...(await db().select().from(purchases).where(eq(purchases.customerId, customerId))),
  ...(await db().select().from(purchaseItems).where(eq(purchaseItems.customerId, customerId))),
  ...(await db().select().from(credits).where(eq(credits.customerId, customerId))),
  ...(await db().select().from(creditUses).where(eq(creditUses.customerId, customerId))),
  ...(await db().select().from(purchaseKeys).where(eq(purchaseKeys.customerId, customerId))),
]

async function aCase(over = {}): Promise<{ ctx: WriteCtx; customerId: string }> {
  return { ctx: await aCtx(db()), customerId: (await aCustomer(db(), over)).id }
}

it('writes a batch once, and nothing the second time', async () => {
  const { ctx, customerId } = await aCase()
  const first = await writePurchases(ctx, SOURCE, everything(customerId))
  expect(new Set(resultsOf(first))).toEqual(new Set(['written']))
  const rows = await rowsOf(customerId)
  expect(rows).toHaveLength(2 + 2 + 1 + 1 + 3)
  expect(new Set(resultsOf(await writePurchases(ctx, SOURCE, everything(customerId))))).toEqual(new Set(['unchanged']))
  expect(await rowsOf(customerId)).toEqual(rows)
  expect(await findOwnedRows(ctx, SOURCE, { purchases: ['A-1'], credits: ['C-1', 'C-2'] })).toMatchObject({
    purchases: new Map([['A-1', expect.objectContaining({ customerId, currency: 'BRL' })]]),
    credits: new Map([['C-1', expect.objectContaining({ customerId })]]),
  })
})

it('changes what differs, and leaves absent values as they are', async () => {
  const { ctx, customerId } = await aCase()
  await writePurchases(ctx, SOURCE, everything(customerId))
  const { sellerName: _, ...row } = aPurchase(customerId, { situation: 'cancelled', total: 11000 })
  const outcome = await writePurchases(ctx, SOURCE, { purchases: [row] })
  expect(outcome.purchases).toMatchObject([
    {
      result: 'written',
      before: { situation: 'delivered', total: 12000 },
      after: { situation: 'cancelled', seller_name: 'Ana' },
    },
  ])
  expect(await totalOf(customerId)).toMatchObject({ total: 11000 })
})

it('adds up the items of a purchase without a total', async () => {
  const { ctx, customerId } = await aCase()
  await writePurchases(ctx, SOURCE, { purchases: [aPurchase(customerId, { total: null })] })
  expect(await totalOf(customerId)).toEqual({ total: 0, freight: 0 })
  await writePurchases(ctx, SOURCE, { items: [anItem(1, 2999, 872)] })
  const outcome = await writePurchases(ctx, SOURCE, { items: [anItem(2, 1000, 100)] })
  expect(await totalOf(customerId)).toEqual({ total: 4971, freight: 972 })
  expect(await writePurchases(ctx, SOURCE, { purchases: [aPurchase(customerId, { total: null })] })).toMatchObject({
    purchases: [{ result: 'unchanged' }],
  })
  expect(await takeBackPurchases(ctx, writtenIn(outcome))).toEqual([])
  expect(await totalOf(customerId)).toEqual({ total: 3871, freight: 872 })
})

it('refuses rows that refer to something else than they may', async () => {
  const { ctx, customerId } = await aCase()
  const other = await aCustomer(db())
  await writePurchases(ctx, SOURCE, everything(customerId))
  const rows = await rowsOf(customerId)
  const outcome = await writePurchases(ctx, SOURCE, {
    purchases: [aPurchase(other.id), aPurchase(customerId, { externalId: 'A-2', currency: 'USD' })],
    items: [{ ...anItem(1, 1), purchase: 'A-9' }],
    returns: [{ purchase: 'A-1', externalId: 'D-2', line: 7, amount: 1, returnedAt: at('2026-04-01') }],
    uses: [
      { credit: 'C-9', externalId: 'U-2', amount: 1, usedAt: at('2026-06-01') },
      { credit: 'C-1', externalId: 'U-3', amount: 201, usedAt: at('2026-06-01') },
    ],
  })
  expect(resultsOf(outcome)).toEqual([
    ...['other_customer', 'other_currency', 'unknown_purchase', 'unknown_line', 'unknown_credit', 'credit_exceeded'],
  ])
  expect(await rowsOf(customerId)).toEqual(rows)
})

it('never makes a credit smaller than what was used of it', async () => {
  const { ctx, customerId } = await aCase()
  await writePurchases(ctx, SOURCE, everything(customerId))
  const credit = { customerId, externalId: 'C-1', currency: 'BRL', generatedAt: at('2026-03-02') }
  const outcome = await writePurchases(ctx, SOURCE, { credits: [{ ...credit, amount: 399 }] })
  expect(resultsOf(outcome)).toEqual(['credit_exceeded'])
  expect(resultsOf(await writePurchases(ctx, SOURCE, { credits: [{ ...credit, amount: 400 }] }))).toEqual(['written'])
})

it('writes to a purchase of a record that was merged into the customer', async () => {
  const ctx = await aCtx(db())
  const { survivor, absorbed } = await aMerged(db())
  await writePurchases(ctx, SOURCE, { purchases: [aPurchase(absorbed.id)] })
  const outcome = await writePurchases(ctx, SOURCE, { purchases: [aPurchase(survivor.id, { total: 1 })] })
  expect(outcome.purchases).toMatchObject([{ result: 'written', place: { customerId: absorbed.id } }])
})

describe('the last purchase', () => {
  it('follows the newest purchase in the time zone of the company, on the survivor too', async () => {
    const ctx = await aCtx(db())
    const { survivor, absorbed } = await aMerged(db())
    await writePurchases(ctx, SOURCE, {
      purchases: [
        aPurchase(absorbed.id, { purchasedAt: new Date('2026-03-02T02:00:00Z') }),
        aPurchase(survivor.id, { externalId: 'A-2', purchasedAt: at('2025-01-01') }),
        aPurchase(survivor.id, { externalId: 'A-3', purchasedAt: at('2026-09-01'), situation: 'cancelled' }),
      ],
    })
    expect(await lastPurchaseOf(absorbed.id)).toBe('2026-03-01')
    expect(await lastPurchaseOf(survivor.id)).toBe('2026-03-01')
  })

  it('does not move back because of an older purchase, but does when the newest one is cancelled', async () => {
    const { ctx, customerId } = await aCase({ lastPurchaseOn: '2026-04-01' })
    await writePurchases(ctx, SOURCE, { purchases: [aPurchase(customerId)] })
    expect(await lastPurchaseOf(customerId)).toBe('2026-04-01')
    const newest = { externalId: 'A-2', purchasedAt: at('2026-05-05') }
    await writePurchases(ctx, SOURCE, { purchases: [aPurchase(customerId, newest)] })
    expect(await lastPurchaseOf(customerId)).toBe('2026-05-05')
    await writePurchases(ctx, SOURCE, { purchases: [aPurchase(customerId, { ...newest, situation: 'cancelled' })] })
    expect(await lastPurchaseOf(customerId)).toBe('2026-03-01')
  })
})

describe('taking a batch back', () => {
  it('deletes what it created', async () => {
    const { ctx, customerId } = await aCase()
    const outcome = await writePurchases(ctx, SOURCE, everything(customerId))
    expect(await takeBackPurchases(ctx, writtenIn(outcome))).toEqual([])
    expect(await rowsOf(customerId)).toEqual([])
    expect(await lastPurchaseOf(customerId)).toBeNull()
  })

  it('gives changed rows their values back', async () => {
    const { ctx, customerId } = await aCase()
    await writePurchases(ctx, SOURCE, everything(customerId))
    const before = (await rowsOf(customerId)).map((row) => ({ ...row, updatedAt: null }))
    const outcome = await writePurchases(ctx, SOURCE, {
      purchases: [aPurchase(customerId, { total: 5, situation: 'shipped' })],
      items: [{ ...anItem(1, 1), description: 'Outro' }],
    })
    expect(await takeBackPurchases(ctx, writtenIn(outcome))).toEqual([])
    expect((await rowsOf(customerId)).map((row) => ({ ...row, updatedAt: null }))).toEqual(before)
  })

  it('leaves a line that was returned, and no line of another purchase', async () => {
    const { ctx, customerId } = await aCase()
    const outcome = await writePurchases(ctx, SOURCE, {
      purchases: [aPurchase(customerId), aPurchase(customerId, { externalId: 'A-2' })],
      items: [anItem(1, 7000), { ...anItem(1, 7000), purchase: 'A-2' }],
    })
    await writePurchases(ctx, SOURCE, {
      returns: [{ purchase: 'A-1', externalId: 'D-1', line: 1, amount: 5, returnedAt: at('2026-03-09') }],
    })
    const stay = await takeBackPurchases(ctx, writtenIn(outcome))
    expect(stay.map(({ place: { kind } }) => kind)).toEqual(['items', 'purchases'])
    const left = await db().select().from(purchases).where(eq(purchases.customerId, customerId))
    expect(left.map(({ externalId }) => externalId)).toEqual(['A-1'])
  })

  it('leaves rows that were changed since, or that others refer to', async () => {
    const { ctx, customerId } = await aCase()
    const { returns: _, credits: __, uses: ___, ...batch } = everything(customerId)
    const outcome = await writePurchases(ctx, SOURCE, batch)
    await writePurchases(ctx, SOURCE, {
      purchases: [aPurchase(customerId, { externalId: 'A-2', total: 1, purchasedAt: at('2026-05-02') })],
      returns: [{ purchase: 'A-1', externalId: 'D-1', line: 2, amount: 5, returnedAt: at('2026-03-09') }],
    })
    const stay = await takeBackPurchases(ctx, writtenIn(outcome))
    expect(stay.map(({ place: { kind, id } }) => (kind === 'items' ? `line ${id}` : kind))).toEqual([
      ...['line 2', 'purchases', 'purchases'],
    ])
  })
})
