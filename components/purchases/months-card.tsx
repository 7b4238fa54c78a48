import { figureCard } from '@/components/dashboard/figure-card'
import { type Column, DataTable } from '@/components/ui/data-table'
import type { I18n } from '@/lib/i18n/translator'
import type { CurrencyMetrics, MonthFigure } from '@/lib/purchases/metrics'
import { moneyIn } from './words'

/** The net value of the purchases of the last twelve months, as a chart and as a table. */
export function monthsCard({ currency, months }: CurrencyMetrics, i18n: I18n) {
  const { t } = i18n
  const money = moneyIn(currency, i18n)
  const hasPurchases = months.some(({ purchases }) => purchases > 0)
  return figureCard({
    id: `months-${currency}`,
    title: t('purchases.chart.title'),
    definition: t('purchases.chart.definition', { currency }),
    bars: {
      labels: months.map(({ month }) => monthWords(month, i18n)),
      series: [
        {
          name: t('purchases.chart.net'),
          color: 'accent',
          values: months.map(({ net }) => net),
          texts: months.map(({ net, purchases }) => (purchases ? money(net) : '')),
        },
      ],
    },
    table: hasPurchases ? (
      <DataTable
        caption={t('purchases.chart.title')}
        columns={monthColumns(money, i18n)}
        rows={months}
        rowKey={({ month }) => month}
      />
    ) : null,
    empty: t('purchases.chart.empty'),
    i18n,
  })
}

const monthWords = (month: string, { format }: I18n): string =>
  format.dateTime(new Date(`${month}-15T12:00:00Z`), { month: 'short', year: 'numeric' })

const monthColumns = (money: (amount: number) => string, i18n: I18n): Column<MonthFigure>[] => [
  {
    key: 'month',
    header: i18n.t('purchases.chart.month'),
    primary: true,
    cell: ({ month }) => monthWords(month, i18n),
  },
  {
    key: 'purchases',
    header: i18n.t('purchases.chart.purchases'),
    align: 'end',
    cell: ({ purchases }) => i18n.format.number(purchases),
  },
  {
    key: 'net',
    header: i18n.t('purchases.chart.net'),
    align: 'end',
    nowrap: true,
    cell: ({ net, purchases }) => (purchases ? money(net) : <span className="none">—</span>),
  },
]
