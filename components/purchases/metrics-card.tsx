import { Card, GroupLabel } from '@/components/ui/card'
import type { I18n } from '@/lib/i18n/translator'
import type { PurchaseMetrics } from '@/lib/purchases/metrics'
import { currencyMetricRows } from './currency-metrics'
import { MetricList } from './metric-row'
import { rfmMetric } from './rfm-metric'
import { visitMetrics } from './visit-metrics'

/** The figures of the customer's purchases, each with its formula and inputs (B2, B9). Amounts of each currency are apart. */
export function MetricsCard({ metrics, i18n }: { metrics: PurchaseMetrics; i18n: I18n }) {
  const { t } = i18n
  const { currencies } = metrics
  return (
    <Card id="metrics" title={t('purchases.metrics.title')}>
      <p className="metrics-basis">{t('purchases.metrics.basis')}</p>
      <MetricList metrics={[...visitMetrics(metrics, i18n), rfmMetric(metrics, i18n)]} />
      {currencies.map((one) => (
        <div key={one.currency}>
          {currencies.length > 1 && (
            <GroupLabel>{t('purchases.metrics.inCurrency', { currency: one.currency })}</GroupLabel>
          )}
          <MetricList metrics={currencyMetricRows(one, i18n)} />
        </div>
      ))}
    </Card>
  )
}
