import { formatDay } from '@/lib/i18n/format-day'
import type { I18n } from '@/lib/i18n/translator'
import { today } from '@/lib/kernel/today'
import type { CustomerFacts } from '@/lib/seller-agenda/customer-facts'
import type { Blackout } from '@/lib/seller-agenda/contact-options'
import { whenWords } from '@/components/ui/time'

/** "até 21:00". Hours that end at midnight end on the next day. */
export const untilWords = (until: Date, now: Date, { t, format }: I18n): string =>
  today(until) === today(now)
    ? t('sellerAgenda.means.until', { time: format.dateTime(until, 'time') })
    : t('sellerAgenda.means.untilDay', { day: format.dateTime(until, 'day'), time: format.dateTime(until, 'time') })

/** "a partir de 10:00", with the day when it is not today. */
export const closedWords = (from: Date | null, now: Date, { t, format }: I18n): string =>
  from
    ? t('sellerAgenda.means.from', { when: format.dateTime(from, today(from) === today(now) ? 'time' : 'dayTime') })
    : t('sellerAgenda.means.never')

/** "Última compra há 45 dias · último contato há 12 dias". */
export function factWords(facts: CustomerFacts | undefined, now: Date, i18n: I18n): string {
  const { t } = i18n
  const [bought, contacted] = [facts?.lastPurchaseAt, facts?.lastContactAt]
  return [
    bought
      ? t('sellerAgenda.reasons.bought', { when: whenWords(bought, now, i18n) })
      : t('sellerAgenda.reasons.neverBought'),
    contacted
      ? t('sellerAgenda.reasons.contacted', { when: whenWords(contacted, now, i18n) })
      : t('sellerAgenda.reasons.neverContacted'),
  ].join(' · ')
}

/** "Contatado em 12/11 pela Loja Savassi; próximo contato a partir de 19/11." */
export const blackoutWords = ({ contactedAt, store, nextOn }: Blackout, i18n: I18n): string =>
  i18n.t('sellerAgenda.reasons.blackout', {
    day: i18n.format.dateTime(contactedAt, 'day'),
    store: store ?? '—',
    next: formatDay(nextOn, i18n),
  })
