import type { Viewer } from '@/lib/access/viewer'
import { toCustomerInList } from './paths'
import { placesOn } from './neighbour'
import type { ListPlace } from './place'

type Page<Row> = { rows: Row[]; offset: number; after: string | undefined; nextCursor: string | null }

/** Adds to each customer of a list the address of its profile, from where the arrows lead to the others (F12). */
export function withPlaces<Row extends { id: string }>(
  viewer: Viewer,
  search: ListPlace['search'],
  { rows, offset, after = '', nextCursor }: Page<Row>,
): (Row & { href: string })[] {
  const places = placesOn({ ids: rows.map(({ id }) => id), offset, after: after || null, nextCursor }, search)
  return rows.map((row, at) => ({ ...row, href: toCustomerInList(viewer, places[at]!) }))
}
