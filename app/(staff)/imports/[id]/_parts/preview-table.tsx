import { Chip, type Tone } from '@/components/ui/chip'
import { DataTable, type Column } from '@/components/ui/data-table'
import { EmptyState } from '@/components/ui/empty-state'
import type { PreviewRow } from '@/lib/imports/preview'
import { sayReason } from '@/lib/imports/reasons'
import type { I18n } from '@/lib/i18n/translator'
import { formatIdDocument } from '@/lib/values/tax-id'

const TONES: Record<PreviewRow['outcome'], Tone> = {
  created: 'ok',
  changed: 'accent',
  unchanged: 'neutral',
  rejected: 'bad',
}

type Props = { rows: PreviewRow[]; i18n: Pick<I18n, 't' | 'format'> }

/** The effect of importing the first rows, with their problems. */
export function PreviewTable({ rows, i18n: { t, format } }: Props) {
  if (!rows.length) return <EmptyState title={t('imports.preview.empty')} />
  return (
    <DataTable
      caption={t('imports.preview.caption')}
      columns={columns({ t, format })}
      rows={rows}
      rowKey={({ row }) => String(row)}
    />
  )
}

function columns({ t, format }: Props['i18n']): Column<PreviewRow>[] {
  return [
    {
      key: 'row',
      header: t('imports.preview.row'),
      align: 'end',
      fold: true,
      cell: ({ row }: PreviewRow) => format.number(row),
    },
    {
      key: 'outcome',
      header: t('imports.preview.outcome'),
      cell: ({ outcome }: PreviewRow) => (
        <Chip tone={TONES[outcome]}>
          <span className="whitespace-nowrap">{t(`imports.outcomes.${outcome}`)}</span>
        </Chip>
      ),
    },
    {
      key: 'name',
      header: t('imports.preview.name'),
      primary: true,
      cell: ({ candidate, cells }: PreviewRow) => candidate.fields.name ?? cells[0],
    },
    {
      key: 'document',
      header: t('imports.preview.document'),
      fold: true,
      cell: ({ candidate: { document } }: PreviewRow) =>
        document && <span className="whitespace-nowrap">{formatIdDocument(document.type, document.number)}</span>,
    },
    {
      key: 'contacts',
      header: t('imports.preview.contacts'),
      fold: true,
      cell: ({ candidate }: PreviewRow) =>
        candidate.points.map(({ channel, normalized, value }) => <div key={channel + normalized}>{value}</div>),
    },
    {
      key: 'details',
      header: t('imports.preview.details'),
      fold: true,
      cell: (row: PreviewRow) =>
        detailsOf(row, { t, format }).map(([label, value]) => (
          <div key={label}>
            {label}: {value}
          </div>
        )),
    },
    {
      key: 'notes',
      header: t('imports.preview.notes'),
      fold: true,
      cell: ({ reasons, notes, hints }: PreviewRow) =>
        [...reasons, ...notes, ...hints].map((reason, at) => <div key={at}>{sayReason(t, reason)}</div>),
    },
  ]
}

const DETAIL_CHARS = 60

/** The values of the other mapped columns, with their labels. */
function detailsOf({ candidate, storeName }: PreviewRow, { t, format }: Props['i18n']): [string, string][] {
  const { preferredName, birthOn, sex, registeredOn, lastPurchaseOn, howMet, remarks, storeId } = candidate.fields
  const day = (text: string | undefined) =>
    text && format.dateTime(new Date(`${text}T12:00:00Z`), { dateStyle: 'short' })
  const values = {
    externalId: candidate.externalId,
    preferredName,
    birthOn: day(birthOn),
    sex: sex && t(`customers.sexes.${sex}`),
    registeredOn: day(registeredOn),
    store: storeId && storeName,
    lastPurchaseOn: day(lastPurchaseOn),
    howMet,
    remarks,
  }
  return Object.entries(values).flatMap(([target, value]) =>
    value ? [[t(`imports.targets.${target as keyof typeof values}`), value.slice(0, DETAIL_CHARS)]] : [],
  )
}
