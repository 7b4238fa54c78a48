import { mergeExclusions } from '@/db/schema'
import { env } from '@/lib/env'
import type { Ctx } from '@/lib/kernel/context'
import { aCtx, aCustomer, aMerged } from '@/lib/testing/builders'
import { useTestDatabase } from '@/lib/testing/database'
import { aPurchase, aPurchaseRow, plantPurchases } from '@/lib/testing/purchases'
import { referenceMetrics } from '@/lib/testing/reference-metrics'
import { randomOf, type Random } from '@/lib/values/random'
import { newId } from '@/lib/values/ids'
import type { PurchaseBatch } from './batch'
import { dividedBy } from './divide'
import { getPurchaseMetrics, type PurchaseMetrics } from './metrics'

const { db } = useTestDatabase()

const groupOf = (...memberIds: string[]) => ({ survivorId: memberIds[0]!, memberIds, revealed: new Set<string>() })

const NOW = new Date('2026-11-29T12:00:00Z')

const aReader = async (): Promise<Ctx> => ({ ...(await aCtx(db())), now: NOW })

const metricsOf = async (...memberIds: string[]) => getPurchaseMetrics(await aReader(), groupOf(...memberIds))

const at = (day: string) => new Date(`${day}T15:00:00Z`)

/** A batch with everything that the figures depend on, at random moments of two years. */
function randomBatch(random: Random, customerId: string): Required<PurchaseBatch> {
  const moment = () => new Date(NOW.getTime() - random.next() * 800 * 86_400_000)
  const purchases = Array.from({ length: random.int(0, 12) }, (_, n) =>
    aPurchaseRow(customerId, {
      ...{ externalId: `P${n} ${customerId}`, purchasedAt: moment(), total: random.int(0, 90_000) },
      ...{
        currency: random.pick(['BRL', 'BRL', 'BRL', 'USD']),
        situation: random.pick(['delivered', 'pending', 'cancelled']),
      },
    }),
  )
  const few = purchases.filter(() => random.chance(0.5))
  const returns = few.flatMap(({ externalId, total }, n) => [
    {
      purchase: externalId,
      externalId: `D${n}`,
      line: null,
      amount: random.pick([total!, random.int(0, 9_000)]),
      returnedAt: moment(),
    },
  ])
  const exclusions = purchases.flatMap(({ externalId }, n) =>
    random.chance(0.4)
      ? [{ purchase: externalId, externalId: `E${n}`, reason: 'freight' as const, amount: random.int(0, 2_000) }]
      : [],
  )
  const credits = Array.from({ length: random.int(0, 4) }, (_, n) => ({
    ...{ customerId, externalId: `C${n} ${customerId}`, currency: 'BRL', amount: random.int(1, 5_000) },
    generatedAt: moment(),
  }))
  const inReais = purchases.filter(({ currency }) => currency === 'BRL')
  const uses = credits.flatMap(({ externalId, amount }, n) =>
    random.chance(0.7)
      ? [
          {
            ...{ credit: externalId, externalId: `U${n}`, amount: random.int(1, amount), usedAt: moment() },
            purchase: inReais.length && random.chance(0.8) ? random.pick(inReais).externalId : null,
          },
        ]
      : [],
  )
  return { purchases, items: [], returns, exclusions, credits, uses }
}

const big = (value: number | null) => (value === null ? null : BigInt(value))

/** The metrics in the form of the reference. */
const comparable = ({ year, returnsInYear, purchases, averageDays, rfm, currencies }: PurchaseMetrics) => ({
  ...{ year, returnsInYear, purchases, averageDays },
  recency: rfm?.recency ?? null,
  frequency: rfm?.frequency ?? 0,
  currencies: Object.fromEntries(
    currencies.map((one) => [
      one.currency,
      {
        purchases: one.purchases,
        ...Object.fromEntries(
          (['net', 'averageTicket', 'creditGenerated', 'creditUsed', 'salesIncrement', 'salePerCredit'] as const).map(
            (name) => [name, big(one[name])],
          ),
        ),
        months: Object.fromEntries(
          one.months.flatMap(({ month, net, purchases: n }) => (n ? [[month, BigInt(net)]] : [])),
        ),
      },
    ]),
  ),
})

/** The reference without the months that the chart does not show. */
function lastYearOnly(reference: ReturnType<typeof referenceMetrics>) {
  const currencies = Object.entries(reference.currencies).map(([currency, one]) => [
    currency,
    { ...one, months: Object.fromEntries(Object.entries(one.months).filter(([month]) => month >= '2025-12')) },
  ])
  return { ...reference, currencies: Object.fromEntries(currencies) as unknown }
}

it.each(Array.from({ length: 25 }, (_, seed) => seed))(
  'equals a plain computation on random data, seed %d',
  async (seed) => {
    const customer = await aCustomer(db())
    const batch = randomBatch(randomOf(`metrics ${seed}`), customer.id)
    await plantPurchases(db(), batch)
    const expected = referenceMetrics(batch, NOW, env().COMPANY_TIME_ZONE)
    expect(comparable(await metricsOf(customer.id))).toEqual(lastYearOnly(expected))
  },
)

it('has no value where a division has no meaning', async () => {
  const { id } = await aCustomer(db())
  expect(await metricsOf(id)).toMatchObject({ purchases: 0, averageDays: null, rfm: null, currencies: [] })
  await aPurchase(db(), id)
  expect(await metricsOf(id)).toMatchObject({
    ...{ purchases: 1, averageDays: null, returnsInYear: 0 },
    currencies: [{ averageTicket: 10000, salePerCredit: null, salesIncrement: 0 }],
  })
  await plantPurchases(db(), {
    credits: [{ customerId: id, externalId: 'C', currency: 'USD', amount: 5, generatedAt: NOW }],
  })
  expect((await metricsOf(id)).currencies[1]).toMatchObject({ currency: 'USD', purchases: 0, averageTicket: null })
})

it('counts days and months in the time zone of the company', async () => {
  const { id } = await aCustomer(db())
  // 23:30 of 31 December in São Paulo, and half an hour later.
  await aPurchase(db(), id, { purchasedAt: new Date('2026-01-01T02:30:00Z') })
  await aPurchase(db(), id, { purchasedAt: new Date('2026-01-01T03:00:00Z') })
  const { returnsInYear, firstDay, averageDays, currencies } = await metricsOf(id)
  expect({ returnsInYear, firstDay, averageDays }).toEqual({
    returnsInYear: 1,
    firstDay: '2025-12-31',
    averageDays: 10,
  })
  expect(currencies[0]!.months.filter(({ net }) => net)).toEqual([
    { month: '2025-12', purchases: 1, net: 10000 },
    { month: '2026-01', purchases: 1, net: 10000 },
  ])
})

it('adds up all records of the group, without a purchase that was taken out', async () => {
  const { survivor, absorbed, memberIds } = await aMerged(db())
  await aPurchase(db(), survivor.id, { purchasedAt: at('2026-02-01') })
  await aPurchase(db(), absorbed.id, { purchasedAt: at('2026-02-11') })
  expect(await metricsOf(...memberIds)).toMatchObject({ purchases: 2, averageDays: 100 })
  const excluded = await aPurchase(db(), absorbed.id, { purchasedAt: at('2026-02-21') })
  expect(await metricsOf(...memberIds)).toMatchObject({ purchases: 3 })
  const { viewer } = await aReader()
  await db().insert(mergeExclusions).values({
    customerId: absorbed.id,
    part: 'purchases',
    rowId: excluded,
    mergeId: newId(),
    excludedAt: NOW,
    excludedBy: viewer.userId,
  })
  expect(await metricsOf(...memberIds)).toMatchObject({ purchases: 2, averageDays: 100 })
})

it('takes purchases that were returned completely off recency and frequency', async () => {
  const { id } = await aCustomer(db())
  await aPurchase(db(), id, { purchasedAt: at('2026-11-09'), total: 60000 })
  await plantPurchases(db(), {
    purchases: [aPurchaseRow(id, { externalId: 'R', purchasedAt: at('2026-11-28') })],
    returns: [{ purchase: 'R', externalId: '1', line: null, amount: 10000, returnedAt: NOW }],
  })
  expect((await metricsOf(id)).rfm).toMatchObject({
    ...{ recency: 20, frequency: 1, value: 60000, class: 'promising' },
    scores: { recency: 5, frequency: 1, value: 3, worth: 2 },
  })
})

it.each([
  [10, 3, 0, 3],
  [-5, 2, 0, -3],
  [5, 2, 0, 3],
  [1, 3, 2, 33],
  [-1, 1000, 0, 0],
  [9_007_199_254_740_991, 1, 0, 9_007_199_254_740_991],
  [1, 0, 0, null],
])('divides %d by %d with %d decimals', (dividend, divisor, decimals, expected) => {
  expect(dividedBy(dividend, divisor, decimals)).toBe(expected)
})
