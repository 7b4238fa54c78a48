import type { I18n } from '@/lib/i18n/translator'
import type { CurrencyMetrics } from '@/lib/purchases/metrics'
import { decimalsOf } from '@/lib/values/money'
import type { Metric } from './metric-row'
import { moneyIn } from './words'

/** The figures of one currency. */
export function currencyMetricRows(figures: CurrencyMetrics, i18n: I18n): Metric[] {
  const { t, format } = i18n
  const money = moneyIn(figures.currency, i18n)
  const { total, returned, excluded, net, purchases, averageTicket, salesWithCredit, usedInSales } = figures
  const words = (name: 'total' | 'average' | 'creditGenerated' | 'creditUsed' | 'increment') => ({
    label: t(`purchases.metrics.${name}.label`),
    formula: t(`purchases.metrics.${name}.formula`),
  })
  const sales = { sales: money(salesWithCredit), used: money(usedInSales) }
  return [
    {
      ...words('total'),
      value: money(net),
      inputs: t('purchases.metrics.total.inputs', {
        ...{ total: money(total), returned: money(returned), excluded: money(excluded) },
      }),
    },
    {
      ...words('average'),
      value: averageTicket === null ? '—' : money(averageTicket),
      inputs:
        averageTicket === null
          ? t('purchases.metrics.average.noValue')
          : t('purchases.metrics.average.inputs', { net: money(net), count: format.number(purchases) }),
    },
    { ...words('creditGenerated'), value: money(figures.creditGenerated) },
    { ...words('creditUsed'), value: money(figures.creditUsed) },
    {
      ...words('increment'),
      value: money(figures.salesIncrement),
      inputs: t('purchases.metrics.increment.inputs', sales),
    },
    salePerCredit(figures, sales, i18n),
  ]
}

function salePerCredit(
  { currency, salePerCredit: hundredths }: CurrencyMetrics,
  inputs: { sales: string; used: string },
  i18n: I18n,
): Metric {
  const { t } = i18n
  const decimals = decimalsOf(currency)
  const money = moneyIn(currency, i18n)
  const base = {
    label: t('purchases.metrics.perCredit.label', { unit: money(10 ** decimals) }),
    formula: t('purchases.metrics.perCredit.formula'),
  }
  if (hundredths === null) return { ...base, value: '—', inputs: t('purchases.metrics.perCredit.noValue') }
  const ratio = i18n.format.number(hundredths / 100, { minimumFractionDigits: 2, maximumFractionDigits: 2 })
  const value = decimals === 2 ? money(hundredths) : `${ratio} ${currency}`
  return { ...base, value, inputs: t('purchases.metrics.perCredit.inputs', inputs) }
}
