import { CHANNEL_ICONS } from '@/components/interactions/message-row'
import { failureWords } from '@/components/sending/failure-words'
import { DayRows } from '@/components/ui/day-rows'
import { Link } from '@/components/ui/link'
import type { I18n } from '@/lib/i18n/translator'
import type { DeliveryRow } from '@/lib/outbox/list'
import { toDelivery } from '@/lib/outbox/paths'
import { formatPhone } from '@/lib/values/phones'
import { DeliveryChip } from './delivery-chip'
import { titleOf } from './title-of'

type Props = { items: readonly DeliveryRow[]; now: Date; i18n: I18n }

/** Deliveries under their days: the message, its address, its customer and its state. */
export const DeliveryRows = ({ items, now, i18n }: Props) => (
  <DayRows
    heading={i18n.t('sending.outbox.title')}
    rows={items.map((row) => ({
      id: `delivery-${row.id}`,
      at: row.createdAt,
      icon: CHANNEL_ICONS[row.channel],
      title: <Link href={toDelivery(row.id)}>{titleOf(row, i18n)}</Link>,
      note: [i18n.t(`sending.channels.${row.channel}`), row.to && formatPhone(row.to)].filter(Boolean).join(' · '),
      to: <Receiver row={row} i18n={i18n} />,
      end: <DeliveryChip delivery={row} t={i18n.t} />,
      more: row.state === 'dead' && <span className="text-ink-3">{failureWords(row.failure, i18n.t)}</span>,
    }))}
    now={now}
    i18n={i18n}
  />
)

function Receiver({ row: { customerId, customerName }, i18n: { t } }: { row: DeliveryRow; i18n: I18n }) {
  if (!customerId) return t('sending.outbox.staff')
  return (
    <Link className="link" href={`/customers/${customerId}`}>
      {customerName}
    </Link>
  )
}
