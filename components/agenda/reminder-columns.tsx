import { Chip } from '@/components/ui/chip'
import type { Column } from '@/components/ui/data-table'
import { Link } from '@/components/ui/link'
import { toReminder } from '@/lib/agenda/paths'
import type { ReminderView } from '@/lib/agenda/queries/reminders'
import { formatDay } from '@/lib/i18n/format-day'
import type { I18n } from '@/lib/i18n/translator'

/** The columns of a customer's reminders (B7). */
export function reminderColumns(customerId: string, today: string, i18n: I18n): Column<ReminderView>[] {
  const { t } = i18n
  return [
    {
      key: 'comment',
      header: t('agenda.columns.comment'),
      primary: true,
      cell: (row) => (
        <Link className="link" href={toReminder(customerId, row.id)}>
          {row.comment}
        </Link>
      ),
    },
    {
      key: 'scheduledOn',
      header: t('agenda.columns.scheduledOn'),
      fold: true,
      nowrap: true,
      cell: ({ scheduledOn }) => formatDay(scheduledOn, i18n),
    },
    { key: 'status', header: t('agenda.columns.status'), cell: (row) => <Status row={row} today={today} t={t} /> },
    { key: 'seller', header: t('agenda.columns.seller'), fold: true, cell: ({ sellerName }) => sellerName },
    { key: 'store', header: t('agenda.columns.store'), fold: true, cell: ({ storeName }) => storeName },
  ]
}

function Status({ row: { status, scheduledOn }, today, t }: { row: ReminderView; today: string; t: I18n['t'] }) {
  if (status === 'open' && scheduledOn < today) return <Chip tone="bad">{t('agenda.next.overdue')}</Chip>
  const tone = { open: 'accent', done: 'ok', cancelled: 'neutral' } as const
  return <Chip tone={tone[status]}>{t(`agenda.reminders.statuses.${status}`)}</Chip>
}
