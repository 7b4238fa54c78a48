import { notFound } from 'next/navigation'
import { Link } from '@/components/ui/link'
import { toAccounts } from '@/lib/accounts/paths'
import { getAccount } from '@/lib/accounts/queries'
import { profilePage, profileTitled } from '../../_profile/profile-page'
import { TakeOutCard } from '../../_profile/take-out-card'
import { EditCard } from './_parts/edit-card'
import { LinkCard } from './_parts/link-card'
import { SummaryCard } from './_parts/summary-card'

export const generateMetadata = profileTitled('customers.read')

/** One account, linked or not, and the forms that change it (M2). */
export default profilePage('customers.read', {
  section: 'accounts',
  render: async (page) => {
    const { ctx, customer, params, t } = page
    const account = await getAccount(ctx, customer, params.accountId)
    if (!account) notFound()
    const part = { ...page, account }
    const mayEdit = ctx.viewer.can('customers.edit')
    return (
      <div className="grid gap-4">
        <Link className="link text-sm" href={toAccounts(customer.id)}>
          {t('accounts.back')}
        </Link>
        <SummaryCard {...part} />
        {mayEdit && !account.unlinkedAt && <EditCard {...part} />}
        {mayEdit && <LinkCard {...part} />}
        <TakeOutCard {...page} part="accounts" recordId={account.customerId} rowId={account.id} />
      </div>
    )
  },
})
