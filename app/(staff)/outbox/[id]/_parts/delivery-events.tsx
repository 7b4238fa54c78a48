import { Radio } from '@/components/ui/icons'
import { Card } from '@/components/ui/card'
import { DataTable, type Column } from '@/components/ui/data-table'
import { EmptyState } from '@/components/ui/empty-state'
import { Time } from '@/components/ui/time'
import type { I18n } from '@/lib/i18n/translator'
import type { DeliveryView } from '@/lib/outbox/read-one'

type DeliveryEvent = DeliveryView['events'][number]

/** The delivery events, at most one of each kind, in order of time, with the provider's own code. */
export function DeliveryEvents({ delivery: { events }, i18n }: { delivery: DeliveryView; i18n: I18n }) {
  const { t } = i18n
  return (
    <Card id="happened" title={t('sending.outbox.happened')}>
      {events.length > 0 ? (
        <DataTable
          caption={t('sending.outbox.happened')}
          columns={eventColumns(i18n)}
          rows={events}
          rowKey={({ kind }) => kind}
        />
      ) : (
        <EmptyState icon={<Radio />} title={t('sending.outbox.nothingYet')} text={t('sending.outbox.nothingYetText')} />
      )}
    </Card>
  )
}

const eventColumns = (i18n: I18n): Column<DeliveryEvent>[] => {
  const { t } = i18n
  return [
    {
      key: 'kind',
      header: t('sending.outbox.columns.state'),
      primary: true,
      cell: ({ kind }) => t(`sending.states.${kind}`),
    },
    { key: 'at', header: t('sending.outbox.columns.at'), fold: true, cell: ({ at }) => <Time at={at} i18n={i18n} /> },
    {
      key: 'raw',
      header: t('sending.outbox.columns.raw'),
      fold: true,
      cell: ({ rawCode }) => (rawCode ? <code>{rawCode}</code> : <span className="none">—</span>),
    },
  ]
}
