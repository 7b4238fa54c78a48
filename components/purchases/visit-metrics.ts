import { formatDay } from '@/lib/i18n/format-day'
import type { I18n } from '@/lib/i18n/translator'
import type { PurchaseMetrics } from '@/lib/purchases/metrics'
import type { Metric } from './metric-row'

/** How often the customer came: figures that do not depend on a currency. */
export function visitMetrics(metrics: PurchaseMetrics, i18n: I18n): Metric[] {
  const { t, format } = i18n
  const { year, returnsInYear, purchases, firstDay } = metrics
  const first = firstDay ? formatDay(firstDay, i18n) : ''
  const last = metrics.lastDay ? formatDay(metrics.lastDay, i18n) : ''
  return [
    {
      label: t('purchases.metrics.returns.label', { year: String(year) }),
      value: t('purchases.metrics.returns.value', { count: returnsInYear }),
      formula: t('purchases.metrics.returns.formula', { year: String(year) }),
      inputs: first && t('purchases.metrics.returns.inputs', { first }),
    },
    {
      label: t('purchases.metrics.purchases.label'),
      value: format.number(purchases),
      formula: t('purchases.metrics.purchases.formula'),
      inputs: first && t('purchases.metrics.purchases.inputs', { first, last }),
    },
    averageDays(metrics, { first, last }, i18n),
  ]
}

function averageDays(
  { averageDays: tenths, days, purchases }: PurchaseMetrics,
  { first, last }: { first: string; last: string },
  { t, format }: I18n,
): Metric {
  const base = { label: t('purchases.metrics.averageDays.label'), formula: t('purchases.metrics.averageDays.formula') }
  if (tenths === null) return { ...base, value: '—', inputs: t('purchases.metrics.averageDays.noValue') }
  const inputs = {
    ...{ first, last, count: String(purchases), days: format.number(days), divisor: String(purchases - 1) },
  }
  const average = format.number(tenths / 10, { minimumFractionDigits: 1, maximumFractionDigits: 1 })
  return {
    ...base,
    value: t('purchases.metrics.averageDays.value', { days: average }),
    inputs: t('purchases.metrics.averageDays.inputs', inputs),
  }
}
