import { notFound } from 'next/navigation'
import { ActionButton } from '@/components/forms/action-button'
import { CustomerPicker } from '@/components/search/customer-picker'
import { Card, CardBody } from '@/components/ui/card'
import { Link } from '@/components/ui/link'
import { linkAccountToAction } from '@/lib/accounts/actions'
import { toLinkAccount } from '@/lib/accounts/paths'
import { getAccount } from '@/lib/accounts/queries'
import { getOther } from '@/lib/relationships/queries'
import { profilePage, profileTitled } from '../../../_profile/profile-page'

export const generateMetadata = profileTitled('customers.edit')

/** Links an unlinked account to another customer, who is searched for and chosen first. */
export default profilePage('customers.edit', {
  section: 'accounts',
  render: async ({ ctx, customer, params, search, i18n, t }) => {
    const account = await getAccount(ctx, customer, params.accountId)
    if (!account?.unlinkedAt || account.isLinkedElsewhere) notFound()
    const path = toLinkAccount(customer.id, account.id)
    if (!search.other)
      return (
        <CustomerPicker
          title={t('accounts.link.other')}
          path={path}
          q={search.q}
          ownId={customer.id}
          chooseHref={(id) => `${path}?other=${id}`}
          i18n={i18n}
        />
      )
    const other = await getOther(ctx, customer, search.other)
    if (!other) notFound()
    const { name } = other
    return (
      <Card
        title={t('accounts.link.ask', { account: account.name, name })}
        action={
          <Link className="link" href={path}>
            {t('accounts.link.choose')}
          </Link>
        }
      >
        <CardBody>
          <p className="text-ink-2 mb-3">{t('accounts.link.text', { name })}</p>
          <ActionButton
            id="link-account"
            action={linkAccountToAction}
            fields={{ customerId: customer.id, accountId: account.id, toCustomerId: other.id }}
            label={t('accounts.link.to', { name })}
            variant="primary"
          />
        </CardBody>
      </Card>
    )
  },
})
