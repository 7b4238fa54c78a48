import { notFound, redirect } from 'next/navigation'
import { page } from '@/app/_frame/staff-page'
import { requirePrimary } from '@/lib/http/page'
import { setResponseStatus } from '@/lib/http/response-status'
import { findByExternalId } from '@/lib/search/find-by-external-id'
import { findSection, sectionPath } from '../../../[id]/_sections/sections'
import { SearchPaused } from '../../../_parts/search-paused'

/**
 * The address that other systems link to, by their own id of the customer (F11). `?section=` names a section of the profile; one that does
 * not exist opens the overview, so that links of older reports still work (docs/deep-links.md).
 */
export default page('customers.read', async ({ params, search, i18n }) => {
  const ctx = await requirePrimary()
  const found = await findByExternalId(ctx, decoded(params.source), decoded(params.externalId))
  if (found.ok)
    return found.id ? redirect(sectionPath(found.id, findSection(search.section ?? '')?.id ?? 'overview')) : notFound()
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
