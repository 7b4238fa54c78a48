import { positionWords, whenWords } from '@/components/pipeline/words'
import { type Column, DataTable } from '@/components/ui/data-table'
import type { I18n } from '@/lib/i18n/translator'
import type { ScheduledRow } from '@/lib/pipeline/queries'
import type { ProfilePage } from '../../_profile/props'

/** The scheduled changes, the newest first, and what became of each. */
export const ScheduledTable = ({ customer, i18n, t, rows }: ProfilePage & { rows: readonly ScheduledRow[] }) => (
  <DataTable
    caption={t('pipeline.status.list')}
    columns={scheduledColumns(i18n, customer.id)}
    rows={rows}
    rowKey={({ id }) => id}
  />
)

const scheduledColumns = (i18n: I18n, survivorId: string): Column<ScheduledRow>[] => [
  {
    key: 'status',
    header: i18n.t('pipeline.columns.status'),
    primary: true,
    cell: ({ status, subStatus }) => positionWords(status, subStatus, i18n),
  },
  { key: 'when', header: i18n.t('pipeline.columns.when'), fold: true, cell: (row) => whenWords(row, i18n) },
  {
    key: 'by',
    header: i18n.t('pipeline.columns.scheduledBy'),
    fold: true,
    cell: ({ createdBy }) => createdBy,
  },
  {
    key: 'outcome',
    header: i18n.t('pipeline.columns.outcome'),
    fold: true,
    cell: (row) => outcomeWords(row, survivorId, i18n),
  },
]

function outcomeWords({ customerId, outcome, endedAt, endedBy }: ScheduledRow, survivorId: string, i18n: I18n): string {
  const { format, t } = i18n
  if (!outcome || !endedAt) return t(`pipeline.outcomes.${customerId === survivorId ? 'pending' : 'resting'}`)
  return t(`pipeline.outcomes.${outcome}`, { name: endedBy ?? '', date: format.dateTime(endedAt, 'dayTime') })
}
