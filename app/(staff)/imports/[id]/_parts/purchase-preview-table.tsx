import { Chip } from '@/components/ui/chip'
import { DataTable, type Column } from '@/components/ui/data-table'
import { EmptyState } from '@/components/ui/empty-state'
import { Link } from '@/components/ui/link'
import type { PurchasePreviewRow } from '@/lib/imports/purchases/preview-row'
import { sayReason } from '@/lib/imports/reasons'
import type { I18n } from '@/lib/i18n/translator'
import { OUTCOME_TONES } from './outcome-tones'

type Props = { rows: PurchasePreviewRow[]; i18n: I18n }

/** The effect of importing the first rows of a file about purchases, with their problems. */
export function PurchasePreviewTable({ rows, i18n }: Props) {
  const { t } = i18n
  if (!rows.length) return <EmptyState title={t('imports.preview.empty')} />
  return (
    <DataTable
      caption={t('imports.preview.caption')}
      columns={columns(i18n)}
      rows={rows}
      rowKey={({ row }) => String(row)}
    />
  )
}

const columns = ({ t, format }: I18n): Column<PurchasePreviewRow>[] => [
  { key: 'row', header: t('imports.preview.row'), align: 'end', fold: true, cell: ({ row }) => format.number(row) },
  {
    key: 'outcome',
    header: t('imports.preview.outcome'),
    cell: ({ outcome }) => (
      <Chip tone={OUTCOME_TONES[outcome]}>
        <span className="whitespace-nowrap">
          {t(`imports.outcomes.${outcome === 'created' ? 'createdRow' : outcome}`)}
        </span>
      </Chip>
    ),
  },
  { key: 'record', header: t('imports.preview.record'), primary: true, cell: ({ name }) => name },
  {
    key: 'customer',
    header: t('imports.preview.target'),
    fold: true,
    cell: ({ customer }) =>
      customer && (
        <Link className="link" href={`/customers/${customer.id}`}>
          {customer.name}
        </Link>
      ),
  },
  {
    key: 'values',
    header: t('imports.preview.values'),
    fold: true,
    cell: ({ values }) =>
      values.map(({ target, text }) => (
        <div key={target}>
          {t(`imports.targets.${target}`)}: {text}
        </div>
      )),
  },
  {
    key: 'notes',
    header: t('imports.preview.notes'),
    fold: true,
    cell: ({ reasons }) => reasons.map((reason, at) => <div key={at}>{sayReason(t, reason)}</div>),
  },
]
