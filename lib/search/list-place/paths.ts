import type { Viewer } from '@/lib/access/viewer'
import { encodePlace, type ListPlace } from './place'
import type { Way } from './neighbour'

/** The parameter with an encoded place. */
export const PLACE_PARAMETER = 'list'

/** A customer's profile, with the place in the list that the viewer came from. `section`: the last segment of the address, if any. */
export const toCustomerInList = (viewer: Viewer, place: ListPlace, section?: string): string =>
  `/customers/${place.customerId}${section ? `/${section}` : ''}?${PLACE_PARAMETER}=${encodePlace(viewer, place)}`

/** The page that redirects to the customer before or after a place. */
export const toNeighbour = (place: string, way: Way, section: string): string =>
  `/customers/neighbour?${new URLSearchParams({ [PLACE_PARAMETER]: place, way, ...(section !== 'overview' && { section }) })}`
