import { customers } from '@/db/schema'
import { DEFAULT_STATES } from '@/lib/cases/default-states'
import type { Scope } from '@/lib/access/viewer'
import { DEFAULT_TAGS } from '@/lib/relationships/default-tags'
import { aCtx } from '@/lib/testing/builders'
import { useTestDatabase } from '@/lib/testing/database'
import { listFiltered } from './list'
import { EMPTY_REPORT, SORTS, type CustomerFilter, type Report } from './schema'
import { aPopulation, bruteForce, type Population } from '@/lib/testing/report-population'

const { db } = useTestDatabase()

const report = (over: Partial<Report>): Report => ({ ...EMPTY_REPORT, ...over })

/** All ids of a report, read page by page forwards. */
async function walkThrough(ctx: Awaited<ReturnType<typeof aCtx>>, wanted: Report) {
  const ids: string[] = []
  let cursor: string | undefined
  for (let pages = 0; pages < 30; pages++) {
    const page = await listFiltered(ctx, wanted, cursor)
    if (page === 'too_slow') throw new Error('too slow')
    expect(page.offset).toBe(ids.length)
    ids.push(...page.ids)
    if (!page.nextCursor) return ids
    cursor = page.nextCursor
  }
  throw new Error('the list does not end')
}

const filtersOf = ({ stores, users, tags, subStatusId }: Population): [string, CustomerFilter][] => [
  ['no condition', {}],
  ['store', { store: stores[1]! }],
  ['seller', { seller: users[0]! }],
  ['assigned', { assigned: users[1]! }],
  ['unassigned', { assigned: 'none' }],
  ['status', { status: 'won' }],
  ['status that nobody changed', { status: 'new' }],
  ['sub-status', { subStatus: subStatusId }],
  ['rating', { rating: '4' }],
  ['no rating', { rating: 'none' }],
  ['registered from', { registeredFrom: '2026-03-10' }],
  ['registered until', { registeredTo: '2026-03-10' }],
  ['purchase between', { purchaseFrom: '2026-05-03', purchaseTo: '2026-05-15' }],
  ['city without accents', { city: 'sao jose dos campos' }],
  ['state', { state: 'mg' }],
  ['city and state', { city: 'Santa Rita', state: 'PB' }],
  ['channel', { channel: 'email' }],
  ['another channel', { channel: 'sms' }],
  ['open case', { cases: 'any' }],
  ['no open case', { cases: 'none' }],
  ['open case in a state', { cases: DEFAULT_STATES.waiting }],
  ['tag', { tag: tags[0]! }],
  ['symmetric tag', { tag: DEFAULT_TAGS.sibling }],
  ['no contact for some days', { quietDays: 30 }],
]

it('finds with each condition alone what a scan of the rows finds, and the same with every order', async () => {
  const population = await aPopulation(db(), 120, 7)
  const ctx = await aCtx(db())
  for (const [name, filter] of filtersOf(population)) {
    const expected = bruteForce(population, filter, ctx)
    for (const sort of SORTS)
      expect([name, sort, (await walkThrough(ctx, report({ filter, sort }))).toSorted()]).toEqual([
        name,
        sort,
        expected.toSorted(),
      ])
    expect([name, expected.length > 0 && expected.length < (name === 'no condition' ? 120 : 105)]).toEqual([name, true])
  }
})

it('finds with random combinations what a scan of the rows finds, in every scope', async () => {
  const population = await aPopulation(db(), 120, 11)
  const filters = filtersOf(population).map(([, filter]) => filter)
  const scopes: Scope[] = [
    { kind: 'all' },
    { kind: 'stores', storeIds: population.stores.slice(0, 2) },
    { kind: 'own' },
  ]
  const random = population.random
  for (let round = 0; round < 60; round++) {
    const ctx = await aCtx(db(), 'manager', scopes[round % 3]!)
    if (round % 3 === 2) ctx.viewer.userId = population.users[0]!
    const filter = Object.assign({}, ...Array.from({ length: 1 + (round % 3) }, () => random.pick(filters)))
    const sort = random.pick(SORTS)
    const found = await walkThrough(ctx, report({ filter, sort, isAscending: random.chance(0.5) }))
    expect([round, filter, found.toSorted()]).toEqual([round, filter, bruteForce(population, filter, ctx).toSorted()])
  }
})

it.each(SORTS)('reads the pages by %s in one order, forwards and backwards, in both directions', async (sort) => {
  const population = await aPopulation(db(), 70, 3)
  const ctx = await aCtx(db())
  for (const isAscending of [true, false]) {
    const wanted = report({ sort, isAscending })
    const ids = await walkThrough(ctx, wanted)
    expect(ids).toHaveLength(population.survivors.length)
    expect(new Set(ids).size).toBe(ids.length)
    const [first, second] = [await listFiltered(ctx, wanted), await nextOf(ctx, wanted)]
    if (first === 'too_slow' || second === 'too_slow') throw new Error('too slow')
    const back = await listFiltered(ctx, wanted, second.previousCursor!)
    expect(back).toMatchObject({ ids: first.ids, offset: 0, previousCursor: null })
  }
})

async function nextOf(ctx: Awaited<ReturnType<typeof aCtx>>, wanted: Report) {
  const first = await listFiltered(ctx, wanted)
  return first === 'too_slow' ? first : listFiltered(ctx, wanted, first.nextCursor!)
}

it.each(['>2026-99-99_x', '>nonsense', '>5_00000000-0000-4000-8000-000000000000_20'])(
  'starts over on a cursor of %s',
  async (cursor) => {
    await aPopulation(db(), 5, 5)
    const ctx = await aCtx(db())
    expect(await listFiltered(ctx, EMPTY_REPORT, cursor)).toEqual(await listFiltered(ctx, EMPTY_REPORT))
  },
)

it('counts exactly what it has collected, and says when there are more', async () => {
  const { stores, survivors } = await aPopulation(db(), 90, 9)
  const ctx = await aCtx(db())
  const few = survivors.filter(({ rating }) => rating === 5).length
  expect(await listFiltered(ctx, report({ filter: { rating: '5' } }))).toMatchObject({
    counted: few,
    hasMore: few > 20,
  })
  expect(await listFiltered(ctx, report({ filter: { store: stores[0]!, rating: '0', quietDays: 1 } }))).toMatchObject({
    hasMore: false,
  })
  expect((await db().select().from(customers)).length).toBeGreaterThan(survivors.length)
})
