import { notFound, redirect } from 'next/navigation'
import { page, titled } from '@/app/_frame/staff-page'
import { toMerge } from '@/lib/merges/paths'
import { isUuid } from '@/lib/values/ids'

export const generateMetadata = titled('customers.merge', ({ t }) => t('merges.pick.start'))

/** Leads from the two customers that were chosen in a list to their comparison. Without the second one, that page asks for it. */
export default page('customers.merge', ({ search: { keep, with: other } }) => {
  if (!isUuid(keep)) notFound()
  redirect(isUuid(other) ? toMerge(keep, other) : toMerge(keep))
})
