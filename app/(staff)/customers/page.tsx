import { page, titled } from '@/app/_frame/staff-page'
import { searchOf } from './_parts/search-params'
import { CustomerList } from './_parts/customer-list'
import { SearchResults } from './_parts/search-results'

export const generateMetadata = titled('customers.read', ({ t }) => t('search.title'))

/** The list of customers, or the results of a search, at one address. */
export default page('customers.read', async ({ ctx, params: _, search, ...i18n }) => {
  const asked = searchOf(search)
  return asked.q ? SearchResults({ ctx, asked, ...i18n }) : CustomerList({ ctx, asked, ...i18n })
})
