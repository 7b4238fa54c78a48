import { notFound, redirect } from 'next/navigation'
import { CustomerPicker } from '@/components/search/customer-picker'
import { Banner } from '@/components/ui/banner'
import { Link } from '@/components/ui/link'
import { shownName } from '@/lib/customer-group/shown-name'
import { choicesIn } from '@/lib/merges/choices'
import { compareForMerge } from '@/lib/merges/compare'
import { toMerge } from '@/lib/merges/paths'
import { getProfile } from '@/lib/profile/header'
import { profilePage, profileTitled } from '../_profile/profile-page'
import { CompareCard } from './_parts/compare-card'
import { PreviewCard } from './_parts/preview-card'

export const generateMetadata = profileTitled('customers.merge')

/**
 * Merges another customer into the one of the page (M3), in three steps of plain addresses: the other customer is chosen, then the values and
 * parts, then a preview says what will happen.
 */
export default profilePage('customers.merge', {
  section: 'merges',
  render: async (page) => {
    const { ctx, customer, search, i18n, t } = page
    if (!search.with)
      return (
        <CustomerPicker
          title={t('merges.find', { name: shownName(customer) })}
          path={toMerge(customer.id)}
          q={search.q}
          ownId={customer.id}
          chooseHref={(id) => toMerge(customer.id, id)}
          i18n={i18n}
        />
      )
    const other = await getProfile(ctx, search.with)
    if (!other) notFound()
    if ('moved' in other) redirect(toMerge(customer.id, other.moved))
    const obstacle = other.id === customer.id ? 'one' : other.kind === customer.kind ? null : 'kinds'
    const comparison = await compareForMerge(ctx, customer.id, other.id)
    const part = { ...page, other, comparison, choices: choicesIn(search, comparison.taken) }
    return (
      <div className="grid gap-4">
        <Link className="link text-sm" href={toMerge(customer.id)}>
          {t('merges.back')}
        </Link>
        {obstacle ? (
          <Banner tone="warn">{t(`merges.compare.${obstacle}`)}</Banner>
        ) : search.step === 'preview' ? (
          <PreviewCard {...part} />
        ) : (
          <CompareCard {...part} />
        )}
      </div>
    )
  },
})
