import { notFound, redirect } from 'next/navigation'
import { page } from '@/app/_frame/staff-page'
import { findByExternalId } from '@/lib/search/find-by-external-id'

/** The address that other systems link to, by their own id of the customer (F11). */
export default page('customers.read', async ({ ctx, params }) => {
  const id = await findByExternalId(ctx, decoded(params.source), decoded(params.externalId))
  return id ? redirect(`/customers/${id}`) : notFound()
})

/** Next.js does not decode dynamic segments, and ids of other systems may contain slashes and spaces. */
function decoded(segment = ''): string {
  try {
    return decodeURIComponent(segment)
  } catch {
    return segment
  }
}
