import { MailX } from '@/components/ui/icons'
import { DataTable, type Column } from '@/components/ui/data-table'
import { EmptyState } from '@/components/ui/empty-state'
import { Time } from '@/components/ui/time'
import type { Cancellation } from '@/lib/consents/cancellations'
import type { I18n } from '@/lib/i18n/translator'

/** Address, reason, time, and whether the person or the provider cancelled. */
export function CancellationTable({ cancellations, i18n }: { cancellations: readonly Cancellation[]; i18n: I18n }) {
  const { t } = i18n
  if (!cancellations.length)
    return (
      <EmptyState icon={<MailX />} title={t('sending.cancellations.none')} text={t('sending.cancellations.noneText')} />
    )
  return (
    <DataTable
      caption={t('sending.cancellations.title')}
      columns={columnsOf(i18n)}
      rows={cancellations}
      rowKey={({ id }) => id}
    />
  )
}

function columnsOf(i18n: I18n): Column<Cancellation>[] {
  const { t } = i18n
  return [
    {
      key: 'address',
      header: t('sending.cancellations.columns.address'),
      primary: true,
      cell: ({ to, channel }) => (
        <>
          {to}
          {channel !== 'email' && <small>{t(`sending.channels.${channel}`)}</small>}
        </>
      ),
    },
    {
      key: 'reason',
      header: t('sending.cancellations.columns.reason'),
      fold: true,
      cell: ({ reason }) => reason ?? <span className="none">—</span>,
    },
    {
      key: 'origin',
      header: t('sending.cancellations.columns.origin'),
      fold: true,
      cell: ({ origin }) => t(`sending.cancellations.origin.${origin}`),
    },
    {
      key: 'at',
      header: t('sending.cancellations.columns.at'),
      fold: true,
      align: 'end',
      cell: ({ at }) => <Time at={at} i18n={i18n} />,
    },
  ]
}
