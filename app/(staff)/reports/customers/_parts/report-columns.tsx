import type { Column } from '@/components/ui/data-table'
import { Link } from '@/components/ui/link'
import { Stars } from '@/components/ui/stars'
import type { I18n } from '@/lib/i18n/translator'
import type { ColumnName } from '@/lib/reports/customer-filter/schema'
import { cellText, type ReportRow } from '@/lib/search/report-rows'

type Row = ReportRow & { href: string }

/** Columns with words. Their values may wrap; dates and numbers may not. */
const WORDS: readonly ColumnName[] = ['email', 'city', 'store', 'seller', 'assigned', 'status']

/** The name with a link to the profile, and the chosen columns. */
export function reportColumns(columns: readonly ColumnName[], i18n: I18n): Column<Row>[] {
  const { t } = i18n
  return [
    {
      key: 'name',
      header: t('search.columns.name'),
      primary: true,
      cell: ({ href, name, tradeName }) => (
        <>
          <Link href={href}>{name}</Link>
          {tradeName && <small>{tradeName}</small>}
        </>
      ),
    },
    ...columns.map((name): Column<Row> => ({
      key: name,
      header: t(`reports.columns.${name}`),
      fold: true,
      nowrap: !WORDS.includes(name),
      cell: (row) => cellOf(name, row, i18n),
    })),
  ]
}

function cellOf(name: ColumnName, row: Row, i18n: I18n) {
  const text = cellText(name, row, i18n)
  if (text === null) return <span className="none">—</span>
  return name === 'rating' ? (
    <Stars value={Number(text)} label={i18n.t('reports.stars', { value: Number(text) })} />
  ) : (
    text
  )
}
