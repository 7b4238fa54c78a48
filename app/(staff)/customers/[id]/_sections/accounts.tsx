import { Plus, WalletCards } from '@/components/ui/icons'
import { ExtraData } from '@/components/accounts/extra-data'
import type { SectionProps } from '@/components/profile/section'
import { ButtonLink } from '@/components/ui/button-link'
import { Card, CardBody, CardRow } from '@/components/ui/card'
import { type Column, DataTable } from '@/components/ui/data-table'
import { Disclosure } from '@/components/ui/disclosure'
import { EmptyState } from '@/components/ui/empty-state'
import { Link } from '@/components/ui/link'
import { toAccount, toNewAccount } from '@/lib/accounts/paths'
import { type AccountView, listAccounts, listUnlinkedAccounts } from '@/lib/accounts/queries'
import { formatDay } from '@/lib/i18n/format-day'
import type { I18n } from '@/lib/i18n/translator'

/** The customer's accounts in other systems, with the breakdown of their extra data (M2). */
export async function AccountsSection({ ctx, customer, i18n }: SectionProps) {
  const { t } = i18n
  const [linked, unlinked] = await Promise.all([listAccounts(ctx, customer), listUnlinkedAccounts(ctx, customer)])
  const add = ctx.viewer.can('customers.edit') && (
    <ButtonLink href={toNewAccount(customer.id)} variant="primary">
      <Plus aria-hidden />
      {t('accounts.add')}
    </ButtonLink>
  )
  const mayReveal = ctx.viewer.can('personal.reveal')
  return (
    <div className="grid gap-4">
      <Card title={linked.length > 0 && t('accounts.title')} action={linked.length > 0 && add}>
        {linked.length ? (
          <DataTable
            caption={t('accounts.title')}
            columns={columnsOf(customer.id, mayReveal, i18n)}
            rows={linked}
            rowKey={({ id }) => id}
          />
        ) : (
          <EmptyState icon={WalletCards} title={t('accounts.empty')} text={t('accounts.emptyText')} action={add} />
        )}
      </Card>
      {unlinked.length > 0 && <Unlinked accounts={unlinked} customerId={customer.id} i18n={i18n} />}
    </div>
  )
}

function columnsOf(customerId: string, mayReveal: boolean, i18n: I18n): Column<AccountView>[] {
  const { t } = i18n
  const none = <span className="none">—</span>
  return [
    {
      key: 'account',
      header: t('accounts.columns.account'),
      primary: true,
      cell: (account) => (
        <>
          <Link className="link" href={toAccount(customerId, account.id)}>
            {account.name}
          </Link>
          <small>{t('accounts.number', { source: account.source, number: account.externalId })}</small>
          <ExtraData account={account} mayReveal={mayReveal} t={t} />
        </>
      ),
    },
    { key: 'type', header: t('accounts.columns.type'), fold: true, cell: ({ type }) => type ?? none },
    { key: 'product', header: t('accounts.columns.product'), fold: true, cell: ({ product }) => product ?? none },
    { key: 'status', header: t('accounts.columns.status'), fold: true, cell: ({ status }) => status ?? none },
    {
      key: 'opened',
      header: t('accounts.columns.opened'),
      fold: true,
      nowrap: true,
      cell: ({ openedOn }) => (openedOn ? formatDay(openedOn, i18n) : none),
    },
  ]
}

type UnlinkedProps = { accounts: readonly AccountView[]; customerId: string; i18n: I18n }

/** Accounts that were unlinked, with who did it and when. */
const Unlinked = ({ accounts, customerId, i18n: { t, format } }: UnlinkedProps) => (
  <Card>
    <CardBody>
      <Disclosure summary={t('accounts.unlinked', { count: accounts.length })}>
        {accounts.map(({ id, name, source, externalId, unlinkedAt, unlinkedBy, isLinkedElsewhere }) => (
          <CardRow key={id}>
            <Link className="link" href={toAccount(customerId, id)}>
              {name}
            </Link>
            <small>
              {[
                t('accounts.number', { source, number: externalId }),
                unlinkedAt &&
                  t('accounts.unlinkedOn', { date: format.dateTime(unlinkedAt, 'day'), name: unlinkedBy ?? '—' }),
                isLinkedElsewhere && t('accounts.elsewhere'),
              ]
                .filter(Boolean)
                .join(' · ')}
            </small>
          </CardRow>
        ))}
      </Disclosure>
    </CardBody>
  </Card>
)
