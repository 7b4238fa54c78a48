import { Reveal } from '@/components/privacy/reveal'
import { Card, CardBody, GroupLabel } from '@/components/ui/card'
import { DefinitionList } from '@/components/ui/definition-list'
import { formatDay } from '@/lib/i18n/format-day'
import type { Part } from './props'

/** The values of the account and its extra data. */
export function SummaryCard({ ctx, account, i18n }: Part) {
  const { t, format } = i18n
  const { type, product, status, openedOn, extra, masked, unlinkedAt, unlinkedBy } = account
  const facts = [
    [t('accounts.fields.externalId'), account.externalId],
    [t('accounts.fields.source'), account.source],
    [t('accounts.fields.type'), type],
    [t('accounts.fields.product'), product],
    [t('accounts.fields.status'), status],
    [t('accounts.fields.openedOn'), openedOn && formatDay(openedOn, i18n)],
  ] as const
  const items = facts.flatMap(([label, value]) => (value ? [{ label, value }] : []))
  const others = Object.entries(extra).map(([label, value]) => ({ label, value }))
  const unlinked =
    unlinkedAt && t('accounts.unlinkedOn', { date: format.dateTime(unlinkedAt, 'day'), name: unlinkedBy ?? '—' })
  const reveal = masked && ctx.viewer.can('personal.reveal') && (
    <Reveal
      alone
      subject={`customer_account:${account.id}`}
      text={t('accounts.extra.reveal')}
      aria-label={t('accounts.extra.revealOf', { name: account.name })}
    />
  )
  return (
    <Card title={account.name} action={unlinked && <small>{unlinked}</small>}>
      <DefinitionList items={items} />
      {reveal && !others.length && <CardBody>{reveal}</CardBody>}
      {others.length > 0 && (
        <>
          <GroupLabel>
            {t('accounts.extra.title')} {reveal}
          </GroupLabel>
          <DefinitionList items={others} />
        </>
      )}
    </Card>
  )
}
