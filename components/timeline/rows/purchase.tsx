import { moneyIn, SITUATION_TONES } from '@/components/purchases/words'
import { Chip } from '@/components/ui/chip'
import { ShoppingBag } from '@/components/ui/icons'
import { Link } from '@/components/ui/link'
import { toPurchase } from '@/lib/purchases/paths'
import type { RowParts, RowProps } from './props'

export function purchaseRow({ event: { event, detail }, customerId, i18n }: RowProps<'purchases'>): RowParts {
  const { t } = i18n
  const { purchaseId, externalId, situation, currency, amount, storeName } = detail
  const happened = event === 'returned' ? event : 'purchased'
  return {
    icon: ShoppingBag,
    title: (
      <Link href={toPurchase(customerId, purchaseId)}>
        {t('purchases.number', { number: externalId })} · {moneyIn(currency, i18n)(amount)}
      </Link>
    ),
    note: [t(`purchases.timeline.${happened}`), storeName].filter(Boolean).join(' · '),
    end: event === 'purchased' && (
      <Chip tone={SITUATION_TONES[situation]}>{t(`purchases.situations.${situation}`)}</Chip>
    ),
  }
}
