import { Chip } from '@/components/ui/chip'
import { DataTable, type Column } from '@/components/ui/data-table'
import { EmptyState } from '@/components/ui/empty-state'
import type { PreviewRow } from '@/lib/imports/customers/preview-row'
import { sayReason } from '@/lib/imports/reasons'
import { formatDay } from '@/lib/i18n/format-day'
import type { I18n } from '@/lib/i18n/translator'
import { ChangeList } from './change-list'
import { OUTCOME_TONES } from './outcome-tones'
import { TargetLink } from './target-link'

type Props = { rows: PreviewRow[]; i18n: I18n }

/** The effect of importing the first rows, with their problems. */
export function PreviewTable({ rows, i18n }: Props) {
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

function columns(i18n: I18n): Column<PreviewRow>[] {
  const { t, format } = i18n
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
        <Chip tone={OUTCOME_TONES[outcome]}>
          <span className="whitespace-nowrap">{t(`imports.outcomes.${outcome}`)}</span>
        </Chip>
      ),
    },
    {
      key: 'name',
      header: t('imports.preview.name'),
      primary: true,
      cell: ({ name }: PreviewRow) => name,
    },
    {
      key: 'target',
      header: t('imports.preview.target'),
      fold: true,
      cell: ({ target }: PreviewRow) => target && <TargetLink target={target} i18n={i18n} />,
    },
    {
      key: 'changes',
      header: t('imports.preview.changes'),
      fold: true,
      cell: (row: PreviewRow) =>
        row.outcome === 'created' ? (
          valuesOf(row, i18n).map(([label, value], at) => (
            <div key={at}>
              {label}: {value}
            </div>
          ))
        ) : (
          <ChangeList changes={row.changes} i18n={i18n} />
        ),
    },
    {
      key: 'notes',
      header: t('imports.preview.notes'),
      fold: true,
      cell: ({ reasons }: PreviewRow) => reasons.map((reason, at) => <div key={at}>{sayReason(t, reason)}</div>),
    },
  ]
}

const VALUE_CHARS = 60

/** The values of a new customer, with their labels. */
function valuesOf({ document, externalId, points, fields, storeName, optOuts }: PreviewRow, { t, format }: I18n) {
  const { preferredName, birthOn, sex, registeredOn, lastPurchaseOn, howMet, remarks } = fields
  const day = (text: string | undefined) => text && formatDay(text, { format })
  const details = {
    externalId,
    preferredName,
    birthOn: day(birthOn),
    sex: sex && t(`customers.sexes.${sex}`),
    registeredOn: day(registeredOn),
    store: storeName,
    lastPurchaseOn: day(lastPurchaseOn),
    howMet,
    remarks,
  }
  return [
    ...(document ? [[t('imports.preview.document'), document]] : []),
    ...optOuts.map(({ preference, purpose }) => [
      t('imports.preview.optOut'),
      `${t(`consents.preference.${preference}`)} · ${t(`consents.purpose.${purpose}`)}`,
    ]),
    ...points.map(({ channel, text }) => [t(`contacts.channel.${channel}`), text]),
    ...Object.entries(details).flatMap(([target, value]) =>
      value ? [[t(`imports.targets.${target as keyof typeof details}`), value.slice(0, VALUE_CHARS)]] : [],
    ),
  ]
}
