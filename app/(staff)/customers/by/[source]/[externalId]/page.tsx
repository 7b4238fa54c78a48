import { notFound, redirect } from 'next/navigation'
import { page } from '@/app/_frame/staff-page'
import { findByExternalId } from '@/lib/search/find-by-external-id'

/** The address other systems link to: by their own id for the customer (F11). */
export default page('customers.read', async ({ ctx, params }) => {
  const id = await findByExternalId(ctx, decoded(params.source), decoded(params.externalId))
  return id ? redirect(`/customers/${id}`) : notFound()
})

/** Dynamic segments arrive as they stand in the address; ids of other systems hold slashes and spaces. */
function decoded(segment = ''): string {
  try {
    return decodeURIComponent(segment)
  } catch {
    return segment
  }
}
