import { redirect } from 'next/navigation'
import { page } from '@/app/_frame/staff-page'
import { requirePrimary } from '@/lib/http/page'
import { findNeighbour, WAYS } from '@/lib/search/list-place/neighbour'
import { toCustomerInList } from '@/lib/search/list-place/paths'
import { decodePlace } from '@/lib/search/list-place/place'
import { findSection } from '../[id]/_sections/sections'

/**
 * Redirects to the customer before or after one in a list (F12), in the same section; at the end of the list to the same customer. A place is
 * valid for one user only, so the link of somebody else leads to the list.
 */
export default page('customers.read', async ({ ctx, search }) => {
  const place = decodePlace(ctx.viewer, search.list)
  const way = WAYS.find((one) => one === search.way)
  if (!place || !way) redirect('/customers')
  const found = await findNeighbour(await requirePrimary(), place, way)
  const end = { ...place, ...(way === 'next' ? { counted: place.position, more: false } : { position: 1 }) }
  const section = findSection(search.section ?? '')
  redirect(
    toCustomerInList(ctx.viewer, found ?? end, section && ctx.viewer.can(section.permission) ? section.id : undefined),
  )
})
