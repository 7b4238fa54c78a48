import { eq } from 'drizzle-orm'
import { auditEvents, credits, customers, purchases } from '@/db/schema'
import type { WriteCtx } from '@/lib/kernel/context'
import { aCtx, aCustomer, aStore } from '@/lib/testing/builders'
import { useTestDatabase } from '@/lib/testing/database'
import { getPurchaseMetrics } from '../metrics'
import { getPurchase, listCredits } from '../queries'
import { changeSituation } from './change-situation'
import { recordCredit, recordCreditUse } from './credit'
import { recordExclusion, recordReturn } from './deduct'
import { recordPurchase } from './record'

const { db } = useTestDatabase()

const NOW = new Date('2026-11-29T15:00:00Z')

const FORM = {
  ...{ externalId: '1001', purchasedOn: '2026-11-20', currency: 'BRL', total: '1.200,00', situation: 'delivered' },
  ...{ payment: '', storeId: '', product: 'Bolsa' },
}

const groupOf = (id: string) => ({ survivorId: id, memberIds: [id], revealed: new Set<string>() })

/** A customer with a purchase that was recorded in the portal. */
async function aRecorded(customerOver = {}, formOver = {}) {
  const ctx = { ...(await aCtx(db())), now: NOW }
  const customer = await aCustomer(db(), customerOver)
  const recorded = await recordPurchase(ctx, { customerId: customer.id, ...FORM, ...formOver })
  if (!recorded.ok) throw new Error(JSON.stringify(recorded.failure))
  return { ctx, customer, group: groupOf(customer.id), ids: recorded.value }
}

const eventsOf = async (customerId: string) =>
  (await db().select().from(auditEvents).where(eq(auditEvents.customerId, customerId))).map(({ event }) => event)

const lastPurchaseOf = async (customerId: string) =>
  (await db().select().from(customers).where(eq(customers.id, customerId)))[0]!.lastPurchaseOn

it('records a purchase with its line, the day of the last purchase and the history', async () => {
  const { ctx, group, ids } = await aRecorded()
  expect(await getPurchase(ctx, group, ids.purchaseId)).toMatchObject({
    ...{ externalId: '1001', total: 120000, source: 'portal', seller: ctx.viewer.name },
    items: [{ line: 1, description: 'Bolsa', total: 120000 }],
  })
  expect(await lastPurchaseOf(ids.customerId)).toBe('2026-11-20')
  expect(await eventsOf(ids.customerId)).toEqual(['purchase.recorded'])
})

it.each([
  [{ externalId: ' ' }, { externalId: 'purchases.no_number' }],
  [{ total: '10.5' }, { total: 'purchases.wrong_mark' }],
  [{ total: '-10' }, { total: 'purchases.negative' }],
  [{ total: 'US$ 10' }, { total: 'purchases.other_currency' }],
  [{ purchasedOn: '2026-11-30' }, { purchasedOn: 'purchases.future' }],
  [{ currency: 'XYZ' }, { currency: 'invalid' }],
])('refuses a purchase with %j and changes nothing', async (over, fields) => {
  const ctx = { ...(await aCtx(db())), now: NOW }
  const { id: customerId } = await aCustomer(db())
  expect(await recordPurchase(ctx, { customerId, ...FORM, ...over })).toMatchObject({ failure: { fields } })
  expect(await db().select().from(purchases).where(eq(purchases.customerId, customerId))).toEqual([])
  expect(await eventsOf(customerId)).toEqual([])
})

it('refuses a number that the portal has already', async () => {
  const { ctx } = await aRecorded()
  const { id: customerId } = await aCustomer(db())
  expect(await recordPurchase(ctx, { customerId, ...FORM })).toMatchObject({
    failure: { fields: { externalId: 'purchases.taken' } },
  })
})

it('lets returns and exclusions reduce the purchase, but not below zero', async () => {
  const { ctx, group, ids } = await aRecorded()
  const back = { ...ids, line: '1', returnedOn: '2026-11-25', reason: 'Defeito' }
  const freight = { ...ids, reason: 'freight', note: '' }
  expect(await recordReturn(ctx, { ...back, amount: '200' })).toMatchObject({ ok: true })
  expect(await recordExclusion(ctx, { ...freight, amount: '100,50' })).toMatchObject({ ok: true })
  expect(await getPurchaseMetrics(ctx, group)).toMatchObject({
    currencies: [{ returned: 20000, excluded: 10050, net: 89950 }],
  })
  expect(await recordReturn(ctx, { ...back, amount: '899,51' })).toMatchObject({
    failure: { fields: { amount: 'purchases.too_much_returned' } },
  })
  expect(await recordExclusion(ctx, { ...freight, amount: '899,51' })).toMatchObject({
    failure: { fields: { amount: 'purchases.too_much_excluded' } },
  })
  expect(await recordReturn(ctx, { ...back, amount: '1', line: '2' })).toMatchObject({
    failure: { fields: { line: 'purchases.unknown_line' } },
  })
  expect(await recordReturn(ctx, { ...back, amount: '0' })).toMatchObject({
    failure: { fields: { amount: 'purchases.zero' } },
  })
  expect(await eventsOf(ids.customerId)).toEqual([
    ...['purchase.recorded', 'purchase.return_recorded', 'purchase.exclusion_recorded'],
  ])
})

it('generates a credit, and lets it pay until it is used up or expired', async () => {
  const { ctx, group, ids, customer } = await aRecorded()
  const credit = { ...ids, externalId: 'B-1', amount: '60', expiresOn: '2026-12-10' }
  expect(await recordCredit(ctx, credit)).toMatchObject({ ok: true })
  expect(await recordCredit(ctx, credit)).toMatchObject({
    failure: { fields: { externalId: 'purchases.credit_taken' } },
  })
  const [stored] = await db().select().from(credits).where(eq(credits.customerId, customer.id))
  const creditId = stored!.id
  const second = await recordPurchase(ctx, { customerId: customer.id, ...FORM, externalId: '1002', total: '300' })
  const use = { ...(second.ok ? second.value : ids), creditId }
  expect(await recordCreditUse(ctx, { ...use, amount: '40' })).toMatchObject({ ok: true })
  expect(await recordCreditUse(ctx, { ...use, amount: '20,01' })).toMatchObject({
    failure: { fields: { amount: 'purchases.credit_exceeded' } },
  })
  expect(await listCredits(ctx, group)).toMatchObject([{ externalId: 'B-1', used: 4000, left: 2000 }])
  expect(await getPurchaseMetrics(ctx, group)).toMatchObject({
    currencies: [{ creditGenerated: 6000, creditUsed: 4000, salesIncrement: 26000, salePerCredit: 750 }],
  })
  const later = { ...ctx, now: new Date('2026-12-11T15:00:00Z') }
  expect(await recordCreditUse(later, { ...use, amount: '1' })).toMatchObject({
    failure: { fields: { creditId: 'purchases.credit_expired' } },
  })
  // The cancelled purchase gives the credit back.
  expect(
    await changeSituation(ctx, { customerId: use.customerId, purchaseId: use.purchaseId, situation: 'cancelled' }),
  ).toMatchObject({ ok: true })
  expect(await listCredits(ctx, group)).toMatchObject([{ used: 0, left: 6000 }])
  // Once another purchase has used it, the cancelled one cannot have it back.
  const again = { ...ids, creditId, amount: '30' }
  expect(await recordCreditUse(ctx, again)).toMatchObject({ ok: true })
  const restored = { customerId: use.customerId, purchaseId: use.purchaseId, situation: 'delivered' }
  expect(await changeSituation(ctx, restored)).toMatchObject({
    failure: { fields: { situation: 'purchases.credit_exceeded' } },
  })
  await changeSituation(ctx, { ...ids, situation: 'cancelled' })
  expect(await changeSituation(ctx, restored)).toMatchObject({ ok: true })
  expect(await listCredits(ctx, group)).toMatchObject([{ used: 4000, left: 2000 }])
})

it('does not count a cancelled purchase, and writes nothing when nothing differs', async () => {
  const { ctx, group, ids } = await aRecorded()
  for (let time = 0; time < 2; time++)
    expect(await changeSituation(ctx, { ...ids, situation: 'cancelled' })).toMatchObject({ ok: true })
  expect(await getPurchaseMetrics(ctx, group)).toMatchObject({ purchases: 0 })
  expect(await lastPurchaseOf(ids.customerId)).toBeNull()
  expect(await eventsOf(ids.customerId)).toEqual(['purchase.recorded', 'purchase.situation_changed'])
})

describe('every command', () => {
  const amount = '1'
  it.each<[string, (ctx: WriteCtx, ids: { customerId: string; purchaseId: string }) => Promise<unknown>]>([
    ['recordPurchase', (ctx, { customerId }) => recordPurchase(ctx, { customerId, ...FORM, externalId: '2' })],
    ['changeSituation', (ctx, ids) => changeSituation(ctx, { ...ids, situation: 'shipped' })],
    [
      'recordReturn',
      (ctx, ids) => recordReturn(ctx, { ...ids, amount, line: '', returnedOn: '2026-11-25', reason: '' }),
    ],
    ['recordExclusion', (ctx, ids) => recordExclusion(ctx, { ...ids, amount, reason: 'other', note: '' })],
    ['recordCredit', (ctx, ids) => recordCredit(ctx, { ...ids, amount, externalId: 'B', expiresOn: '' })],
    ['recordCreditUse', (ctx, ids) => recordCreditUse(ctx, { ...ids, amount, creditId: ids.purchaseId })],
  ])('%s is refused without the permission and outside the scope', async (_name, run) => {
    const [mine, theirs] = [await aStore(db()), await aStore(db())]
    const { customer, ids } = await aRecorded({ storeId: theirs.id })
    const seller = await aCtx(db(), 'seller', { kind: 'stores', storeIds: [mine.id] })
    expect(await run(await aCtx(db(), 'viewer'), ids)).toMatchObject({ failure: { kind: 'forbidden' } })
    expect(await run(seller, ids)).toMatchObject({ failure: { kind: 'not_found' } })
    const events = await eventsOf(customer.id)
    expect(events.filter((event) => event !== 'access.denied')).toEqual(['purchase.recorded'])
  })
})
