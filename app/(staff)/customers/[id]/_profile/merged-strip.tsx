import { Banner } from '@/components/ui/banner'
import { Link } from '@/components/ui/link'
import { toMerges } from '@/lib/merges/paths'
import type { ProfilePage } from './props'

/** Says that the profile includes other records, and leads to the page that undoes a merge. */
export function MergedStrip({ ctx, customer, t }: ProfilePage) {
  const count = customer.memberIds.length - 1
  if (!count || !ctx.viewer.can('customers.merge')) return null
  return (
    <div className="profile-strip">
      <Banner action={<Link href={toMerges(customer.id)}>{t('merges.stripLink')}</Link>}>
        {t('merges.strip', { count })}
      </Banner>
    </div>
  )
}
