import { DayRows } from '@/components/ui/day-rows'
import type { I18n } from '@/lib/i18n/translator'
import type { Communication } from '@/lib/interactions/communications'
import { messageParts } from './message-row'

type Props = { customerId: string; items: readonly Communication[]; now: Date; i18n: I18n }

/** Messages under their days, one row for each with its steps (N11). */
export const MessageRows = ({ customerId, items, now, i18n }: Props) => (
  <DayRows
    heading={i18n.t('interactions.communicationsList')}
    rows={items.map((item) => ({
      id: `message-${item.sendId}`,
      at: item.createdAt,
      ...messageParts(item, customerId, i18n),
    }))}
    now={now}
    i18n={i18n}
  />
)
