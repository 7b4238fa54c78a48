import { query } from '@/lib/kernel/query'
import type { WriteCtx } from '@/lib/kernel/context'
import { readPage, readPageBefore, type PlacesPage } from './pages'
import type { ListPlace } from './place'

export const WAYS = ['previous', 'next'] as const
export type Way = (typeof WAYS)[number]

/**
 * The place of the customer before or after a place in its list (F12); null at the end of the list. Lists change while people walk through them:
 * a customer whom somebody edits becomes the first. Therefore the place remembers who was beside it.
 */
export const findNeighbour = query(
  'customers.read',
  async (ctx: WriteCtx, place: ListPlace, way: Way): Promise<ListPlace | null> => {
    const page = await readPage(ctx, place)
    const at = indexOfNeighbour(page, place, way)
    if (at >= 0 && at < page.ids.length) return placeOn(page, at, place.search)
    if (way === 'previous') {
      const before = await readPageBefore(ctx, place, page)
      return before && placeOn(before, before.ids.length - 1, place.search)
    }
    return page.nextCursor
      ? placeOn(await readPage(ctx, { search: place.search, after: page.nextCursor }), 0, place.search)
      : null
  },
)

/** The index on the page as it is now. If neither the customer nor the neighbour is on it any more, the position decides. */
function indexOfNeighbour({ ids, offset }: PlacesPage, place: ListPlace, way: Way): number {
  const remembered = way === 'next' ? place.nextId : place.previousId
  const known = remembered ? ids.indexOf(remembered) : -1
  if (known >= 0) return known
  const found = ids.indexOf(place.customerId)
  const expected = Math.min(Math.max(place.position - 1 - offset, 0), ids.length)
  if (way === 'previous') return (found < 0 ? expected : found) - 1
  return found < 0 ? expected : found + 1
}

function placeOn(page: PlacesPage, at: number, search: ListPlace['search']): ListPlace | null {
  const customerId = page.ids[at]
  if (customerId === undefined) return null
  return {
    customerId,
    search,
    after: page.after,
    position: page.offset + at + 1,
    counted: page.offset + page.ids.length,
    more: page.nextCursor !== null,
    previousId: page.ids[at - 1] ?? null,
    nextId: page.ids[at + 1] ?? null,
  }
}

/** The places of all customers of a page that was just read, in its order. */
export const placesOn = (page: PlacesPage, search: ListPlace['search']): ListPlace[] =>
  page.ids.flatMap((_, at) => placeOn(page, at, search) ?? [])
