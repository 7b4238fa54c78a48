import type { Tone } from '@/components/ui/chip'
import type { I18n } from '@/lib/i18n/translator'
import type { Situation } from '@/lib/purchases/kinds'
import { PORTAL_SOURCE } from '@/lib/purchases/source'
import { formatMoney } from '@/lib/values/money'

export const SITUATION_TONES: Record<Situation, Tone> = {
  pending: 'warn',
  invoiced: 'accent',
  shipped: 'accent',
  delivered: 'ok',
  cancelled: 'bad',
  other: 'neutral',
}

export const sourceWords = (source: string, { t }: Pick<I18n, 't'>): string =>
  source === PORTAL_SOURCE ? t('purchases.portal') : t('purchases.from', { source })

/** Formats amounts of one currency. */
export const moneyIn =
  (currency: string, { locale }: Pick<I18n, 'locale'>) =>
  (amount: number): string =>
    formatMoney({ amount, currency }, locale)
