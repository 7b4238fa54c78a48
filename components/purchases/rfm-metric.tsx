import { Chip } from '@/components/ui/chip'
import type { I18n } from '@/lib/i18n/translator'
import type { PurchaseMetrics } from '@/lib/purchases/metrics'
import { FREQUENCY_STEPS, RECENCY_STEPS, RFM_CLASSES, RFM_DAYS, VALUE_STEPS } from '@/lib/purchases/rfm'
import { decimalsOf } from '@/lib/values/money'
import type { Metric } from './metric-row'
import { moneyIn } from './words'

/** Recency, frequency and value, the class that they give, and the whole rule (B9). */
export function rfmMetric({ rfm }: PurchaseMetrics, i18n: I18n): Metric {
  const { t } = i18n
  const label = t('purchases.metrics.rfm.label')
  const formula = t('purchases.metrics.rfm.formula', { days: String(RFM_DAYS) })
  if (!rfm) return { label, formula, value: '—', inputs: t('purchases.metrics.rfm.noValue') }
  const { scores } = rfm
  const summary = t('purchases.metrics.rfm.summary', {
    recency: t('purchases.metrics.rfm.recency', { days: rfm.recency }),
    frequency: t('purchases.metrics.rfm.frequency', { count: rfm.frequency, days: String(RFM_DAYS) }),
    value: moneyIn(rfm.currency, i18n)(rfm.value),
  })
  return {
    label,
    formula,
    value: <Chip tone="accent">{t(`purchases.metrics.rfm.classes.${rfm.class}`)}</Chip>,
    inputs: summary,
    rules: [
      t('purchases.metrics.rfm.scores', {
        recency: scores.recency,
        frequency: scores.frequency,
        value: scores.value ?? t('purchases.metrics.rfm.noScore'),
        worth: scores.worth,
      }),
      ...rulesFor(rfm.currency, i18n),
    ],
  }
}

/** The limits of the scores, and the classes that the scores give. */
function rulesFor(currency: string, i18n: I18n): string[] {
  const { t } = i18n
  const steps = (limits: readonly [limit: number, score: number][], words: (limit: number) => string) =>
    Object.fromEntries(
      (['five', 'four', 'three', 'two'] as const).map((name, at) => [name, words(limits[at]![0])]),
    ) as Record<'five' | 'four' | 'three' | 'two', string>
  const money = moneyIn(currency, i18n)
  const values = VALUE_STEPS[currency]
  const range = ([from, to]: readonly [number, number]) =>
    from === to ? String(from) : t('purchases.metrics.rfm.range', { from, to })
  return [
    t('purchases.metrics.rfm.recencyRule', steps(RECENCY_STEPS, String)),
    t('purchases.metrics.rfm.frequencyRule', steps(FREQUENCY_STEPS, String)),
    values
      ? t(
          'purchases.metrics.rfm.valueRule',
          steps(values, (units) => money(units * 10 ** decimalsOf(currency))),
        )
      : t('purchases.metrics.rfm.noValueRule', { currency }),
    ...RFM_CLASSES.map(({ name, recency, worth }) =>
      t('purchases.metrics.rfm.classRule', {
        name: t(`purchases.metrics.rfm.classes.${name}`),
        recency: range(recency),
        worth: range(worth),
      }),
    ),
  ]
}
