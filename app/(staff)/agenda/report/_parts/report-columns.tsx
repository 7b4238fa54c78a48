import type { Column } from '@/components/ui/data-table'
import { Link } from '@/components/ui/link'
import type { Params } from '@/lib/http/page'
import type { I18n } from '@/lib/i18n/translator'
import { toInfluencedSales } from '@/lib/seller-agenda/paths'
import type { Period } from '@/lib/seller-agenda/report/period'
import {
  CONTACT_FIGURES,
  REASON_FIGURES,
  type AgendaReport,
  type Figures,
  type FigureName,
} from '@/lib/seller-agenda/report/read-report'
import { formatMoney } from '@/lib/values/money'

/** A row of one seller in one store, or the sums of all rows. */
type Row = Figures & { storeId: string | null; storeName: string; sellerId: string | null; sellerName: string | null }

/** The rows of the report, and below them their sums. */
export const withTotals = ({ rows, totals }: AgendaReport): Row[] => [
  ...rows,
  { ...totals, storeId: null, storeName: '', sellerId: null, sellerName: null },
]

/** Store and seller, then the figures. The number of influenced sales and of converted contacts lead to the purchases behind them. */
export function reportColumns(period: Period, search: Params, i18n: I18n): Column<Row>[] {
  const { t, format, locale } = i18n
  const toSales = ({ storeId, sellerId }: Row) =>
    toInfluencedSales({
      ...period,
      store: storeId ?? search.store,
      seller: sellerId ?? (storeId ? undefined : search.seller),
    })
  const figure = (
    name: FigureName,
    cell: (row: Row) => Column<Row>['cell'] extends (row: Row) => infer R ? R : never,
  ) => ({
    key: name,
    header: t(`sellerAgenda.report.columns.${name}`),
    cell,
    fold: true,
    align: 'end' as const,
    nowrap: true,
  })
  const plain = (name: FigureName) => figure(name, (row) => format.number(row[name]))
  const linked = (name: FigureName) =>
    figure(name, (row) =>
      row[name] ? (
        <Link className="link" href={toSales(row)}>
          {format.number(row[name])}
        </Link>
      ) : (
        '0'
      ),
    )
  return [
    {
      key: 'seller',
      header: t('sellerAgenda.report.columns.seller'),
      primary: true,
      cell: (row) =>
        row.storeId === null ? (
          <b>{t('sellerAgenda.report.total')}</b>
        ) : (
          <>
            {row.sellerName ?? t('sellerAgenda.report.anySeller')}
            <small>{row.storeName}</small>
          </>
        ),
    },
    ...REASON_FIGURES.map(plain),
    ...CONTACT_FIGURES.map((name) => (name === 'sales' || name === 'converted' ? linked(name) : plain(name))),
    {
      key: 'amount',
      header: t('sellerAgenda.report.columns.amount'),
      fold: true,
      align: 'end',
      nowrap: true,
      cell: ({ amounts }) => amounts.map((amount) => formatMoney(amount, locale)).join(' + ') || '—',
    },
  ]
}
