import { Reveal } from '@/components/privacy/reveal'
import { DefinitionList } from '@/components/ui/definition-list'
import { Disclosure } from '@/components/ui/disclosure'
import type { AccountView } from '@/lib/accounts/queries'
import type { I18n } from '@/lib/i18n/translator'

type Props = { account: AccountView; mayReveal: boolean; t: I18n['t'] }

/** The breakdown of an account's extra data, closed until somebody opens it. */
export function ExtraData({ account: { id, name, extra, masked }, mayReveal, t }: Props) {
  const items = Object.entries(extra).map(([label, value]) => ({ label, value }))
  if (!items.length) return null
  return (
    <Disclosure summary={t('accounts.extra.show', { count: items.length })}>
      <DefinitionList items={items} />
      {masked && mayReveal && (
        <Reveal
          alone
          subject={`customer_account:${id}`}
          text={t('accounts.extra.reveal')}
          aria-label={t('accounts.extra.revealOf', { name })}
        />
      )}
    </Disclosure>
  )
}
