import { failureWords } from '@/components/sending/failure-words'
import type { Column } from '@/components/ui/data-table'
import { Link } from '@/components/ui/link'
import { Time } from '@/components/ui/time'
import type { I18n } from '@/lib/i18n/translator'
import { formatPhone } from '@/lib/values/phones'
import type { DeliveryRow } from '@/lib/outbox/list'
import { toDelivery } from '@/lib/outbox/paths'
import { DeliveryChip } from './delivery-chip'

export const outboxColumns = (i18n: I18n): Column<DeliveryRow>[] => {
  const { t } = i18n
  return [
    {
      key: 'message',
      header: t('sending.outbox.columns.message'),
      primary: true,
      cell: (row) => (
        <Link className="link" href={toDelivery(row.id)}>
          {titleOf(row, i18n)}
        </Link>
      ),
    },
    { key: 'state', header: t('sending.outbox.columns.state'), cell: (row) => <DeliveryState row={row} t={t} /> },
    {
      key: 'customer',
      header: t('sending.outbox.columns.customer'),
      fold: true,
      cell: (row) => <Receiver row={row} i18n={i18n} />,
    },
    {
      key: 'to',
      header: t('sending.outbox.columns.to'),
      fold: true,
      cell: ({ channel, to }) => (
        <>
          {to ? formatPhone(to) : '—'}{' '}
          <span className="text-ink-3 nowrap text-xs">{t(`sending.channels.${channel}`)}</span>
        </>
      ),
    },
    {
      key: 'at',
      header: t('sending.outbox.columns.at'),
      fold: true,
      align: 'end',
      cell: ({ createdAt }) => <Time at={createdAt} i18n={i18n} />,
    },
  ]
}

const DeliveryState = ({ row, t }: { row: DeliveryRow; t: I18n['t'] }) => (
  <>
    <DeliveryChip delivery={row} t={t} />
    {row.state === 'dead' && (
      <p className="text-ink-3 mt-1 max-w-56 text-xs whitespace-normal">{failureWords(row.failure, t)}</p>
    )}
  </>
)

/** A code or a notice is named by its kind, because its subject is meant for its recipient. */
export const titleOf = (
  { kind, messageName, subject }: Pick<DeliveryRow, 'kind' | 'messageName' | 'subject'>,
  { t }: Pick<I18n, 't'>,
): string =>
  kind === 'send' ? (messageName ?? subject ?? t('sending.outbox.kinds.send')) : t(`sending.outbox.kinds.${kind}`)

function Receiver({ row: { customerId, customerName }, i18n: { t } }: { row: DeliveryRow; i18n: I18n }) {
  if (!customerId) return <span className="text-ink-3">{t('sending.outbox.staff')}</span>
  return (
    <Link className="link" href={`/customers/${customerId}`}>
      {customerName}
    </Link>
  )
}
