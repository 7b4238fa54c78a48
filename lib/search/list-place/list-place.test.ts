import { eq } from 'drizzle-orm'
import { customers } from '@/db/schema'
import type { WriteCtx } from '@/lib/kernel/context'
import { aCtx, aCustomer } from '@/lib/testing/builders'
import { useTestDatabase } from '@/lib/testing/database'
import { listFiltered } from '@/lib/reports/customer-filter/list'
import { reportOf } from '@/lib/reports/customer-filter/schema'
import { listCustomers } from '../list-customers'
import { searchCustomers } from '../search-customers'
import { findNeighbour, placesOn, type Way } from './neighbour'
import { decodePlace, encodePlace, type ListPlace } from './place'

const { db } = useTestDatabase()

const AT = Date.UTC(2999, 5, 1)
const FILTERED = { report: 'sort=interaction&quietDays=1' }
const NAMED = { q: 'Zózimo Fila', type: 'name' } as const

/** Plants customers that come first in the list and in the search, two for each instant. */
async function aQueue(count: number): Promise<void> {
  for (let n = 0; n < count; n += 1)
    await aCustomer(db(), {
      name: `Zózimo Fila ${String.fromCodePoint(65 + Math.floor(n / 26), 65 + (n % 26))}`,
      lastActivityAt: new Date(AT + Math.floor(n / 2)),
      lastInteractionAt: new Date(Date.UTC(2026, 0, 1) + Math.floor(n / 2)),
    })
}

async function firstPlaces(ctx: WriteCtx, search: ListPlace['search']): Promise<ListPlace[]> {
  if (!search) {
    const { customers: rows, offset, nextCursor } = await listCustomers(ctx)
    return placesOn({ after: null, ids: rows.map(({ id }) => id), offset, nextCursor }, null)
  }
  if ('report' in search) {
    const page = await listFiltered(ctx, reportOf(search.report)!)
    return page === 'too_slow' ? [] : placesOn({ after: null, ...page }, search)
  }
  const { hits, nextCursor } = await searchCustomers(ctx, search)
  return placesOn({ after: null, ids: hits.map(({ id }) => id), offset: 0, nextCursor }, search)
}

/** Walks to the end of the list, and returns every place. */
async function walk(ctx: WriteCtx, from: ListPlace, way: Way, most = 100): Promise<ListPlace[]> {
  const places = []
  for (let place: ListPlace | null = from; place && places.length < most; place = await findNeighbour(ctx, place, way))
    places.push(place)
  return places
}

const idsOf = (places: ListPlace[]) => places.map(({ customerId }) => customerId)

it.each([
  ['the list of all customers', null],
  ['a search', NAMED],
  ['a report', FILTERED],
])('leads through %s and back, over the ends of its pages', async (_, search) => {
  await aQueue(45)
  const ctx = await aCtx(db())
  const start = (await firstPlaces(ctx, search))[0]!
  const forward = await walk(ctx, start, 'next', 45)
  expect(new Set(idsOf(forward)).size).toBe(45)
  expect(forward.map(({ position }) => position)).toEqual(Array.from({ length: 45 }, (_v, at) => at + 1))
  expect(forward[0]).toMatchObject({ counted: 20, more: true })
  expect(forward[44]).toMatchObject(search === NAMED ? { counted: 45, more: false } : { position: 45 })
  const back = await walk(ctx, forward[44]!, 'previous')
  expect(idsOf(back)).toEqual(idsOf(forward).toReversed())
  expect(back.at(-1)!.position).toBe(1)
  expect(await findNeighbour(ctx, back.at(-1)!, 'previous')).toBeNull()
  // The list of all customers goes on behind the queue, with the customers of the other tests.
  const isLast = (await findNeighbour(ctx, forward[44]!, 'next')) === null
  expect(isLast || search === null).toBe(true)
})

it.each([
  ['first, because somebody edited it', new Date(AT + 1000)],
  ['to another page', new Date(0)],
])('goes on to the same neighbours after the customer moved %s', async (_, lastActivityAt) => {
  await aQueue(30)
  const ctx = await aCtx(db())
  const places = await firstPlaces(ctx, null)
  const [, second, third, fourth] = places
  await db().update(customers).set({ lastActivityAt }).where(eq(customers.id, third!.customerId))
  expect((await findNeighbour(ctx, third!, 'next'))!.customerId).toBe(fourth!.customerId)
  expect((await findNeighbour(ctx, third!, 'previous'))!.customerId).toBe(second!.customerId)
})

it('shows nobody outside the scope of the viewer', async () => {
  await aQueue(3)
  const place = (await firstPlaces(await aCtx(db()), NAMED))[0]!
  const seller = await aCtx(db(), 'seller', { kind: 'own' })
  expect(await findNeighbour(seller, place, 'next')).toBeNull()
})

it('reads a place only for the user it was made for, and refuses anything else', async () => {
  await aQueue(1)
  const [place] = await firstPlaces(await aCtx(db()), NAMED)
  const [mine, other] = [(await aCtx(db())).viewer, (await aCtx(db())).viewer]
  const text = encodePlace(mine, place!)
  expect(text).not.toContain(Buffer.from('Zózimo').toString('base64url').slice(0, 6))
  expect(decodePlace(mine, text)).toEqual(place)
  for (const refused of [text.slice(1), `${text}A`, '', 'x'.repeat(5000), undefined])
    expect(decodePlace(mine, refused)).toBeNull()
  expect(decodePlace(other, text)).toBeNull()
})
