import { notFound } from 'next/navigation'
import { CustomerPicker } from '@/components/search/customer-picker'
import { toNewRelationship } from '@/lib/relationships/paths'
import { getOther } from '@/lib/relationships/queries'
import { profilePage, profileTitled } from '../../_profile/profile-page'
import { RelateCard } from './_parts/relate-card'

export const generateMetadata = profileTitled('customers.edit')

/** Relates another customer (M1): first it is searched for and chosen, then the form says how the two are related. */
export default profilePage('customers.edit', {
  section: 'related',
  render: async (page) => {
    const { ctx, customer, search, i18n, t } = page
    const path = toNewRelationship(customer.id)
    if (search.other) {
      const other = await getOther(ctx, customer, search.other)
      if (!other) notFound()
      return <RelateCard {...page} other={other} />
    }
    return (
      <CustomerPicker
        title={t('related.find.title')}
        path={path}
        q={search.q}
        ownId={customer.id}
        chooseHref={(id) => `${path}?other=${id}`}
        i18n={i18n}
      />
    )
  },
})
