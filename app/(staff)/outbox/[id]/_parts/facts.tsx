import { Card } from '@/components/ui/card'
import { DefinitionList } from '@/components/ui/definition-list'
import { Link } from '@/components/ui/link'
import { Time } from '@/components/ui/time'
import type { I18n } from '@/lib/i18n/translator'
import type { DeliveryView } from '@/lib/outbox/read-one'

export function DeliveryFacts({ delivery, i18n }: { delivery: DeliveryView; i18n: I18n }) {
  const { t, format } = i18n
  const { customerId, customerName, sentBy, provider, attempts, createdAt, doneAt, providerId, overrideReason } =
    delivery
  const customer = customerId ? (
    <Link className="link" href={`/customers/${customerId}`}>
      {customerName}
    </Link>
  ) : (
    t('sending.outbox.staff')
  )
  return (
    <Card id="facts" title={t('sending.outbox.facts')}>
      <DefinitionList
        wide
        items={[
          { label: t('sending.outbox.columns.customer'), value: customer },
          { label: t('sending.outbox.by'), value: sentBy ?? t('sending.outbox.system') },
          { label: t('sending.outbox.planned'), value: <Time at={createdAt} i18n={i18n} /> },
          {
            label: t('sending.outbox.left'),
            value: doneAt && delivery.state === 'sent' ? <Time at={doneAt} i18n={i18n} /> : '—',
          },
          { label: t('sending.outbox.attempts'), value: format.number(attempts) },
          {
            label: t('sending.outbox.provider'),
            value: provider ? t(`sending.providers.${provider}`) : '—',
            hint: provider !== 'offline' ? providerId : undefined,
          },
          ...(overrideReason ? [{ label: t('sending.outbox.override'), value: overrideReason }] : []),
        ]}
      />
    </Card>
  )
}
