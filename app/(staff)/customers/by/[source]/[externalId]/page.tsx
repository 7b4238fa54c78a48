import { notFound, redirect } from 'next/navigation'
import { page } from '@/app/_frame/staff-page'
import { requirePrimary } from '@/lib/http/page'
import { setResponseStatus } from '@/lib/http/response-status'
import { findByExternalId } from '@/lib/search/find-by-external-id'
import { SearchPaused } from '../../../_parts/search-paused'

/** The address that other systems link to, by their own id of the customer (F11). */
export default page('customers.read', async ({ params, i18n }) => {
  const ctx = await requirePrimary()
  const found = await findByExternalId(ctx, decoded(params.source), decoded(params.externalId))
  if (found.ok) return found.id ? redirect(`/customers/${found.id}`) : notFound()
  setResponseStatus(429)
  return <SearchPaused viewer={ctx.viewer} until={found.until} i18n={i18n} />
})

/** Next.js does not decode dynamic segments, and ids of other systems may contain slashes and spaces. */
function decoded(segment = ''): string {
  try {
    return decodeURIComponent(segment)
  } catch {
    return segment
  }
}
