import { SHOWN_MAX } from '@/lib/contributions/counts'
import type { I18n } from '@/lib/i18n/translator'
import type { Profile } from '@/lib/profile/header'
import type { ComparedRow } from './compared-rows'
import type { BothCustomers } from './open-both'

/** How much happened with each customer: open cases, documents and the last interaction. */
export function usageRows([one, other]: BothCustomers, { t, format }: I18n): ComparedRow[] {
  const count = (number: number) => (number >= SHOWN_MAX ? `${SHOWN_MAX - 1}+` : format.number(number))
  const last = ({ lastInteractionAt }: Profile) =>
    lastInteractionAt ? format.dateTime(lastInteractionAt, 'day') : t('duplicates.compare.never')
  const row = (key: string, label: string, valueOf: (customer: Profile) => string): ComparedRow => ({
    key,
    label,
    one: valueOf(one),
    other: valueOf(other),
    isEqual: false,
  })
  return [
    row('cases', t('duplicates.compare.openCases'), ({ counts }) => count(counts.cases)),
    row('documents', t('duplicates.compare.documents'), ({ counts }) => count(counts.documents)),
    row('last', t('duplicates.compare.lastInteraction'), last),
  ]
}
