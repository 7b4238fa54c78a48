import { aboutWords, eventWords } from '@/components/profile/history-words'
import { Pencil } from '@/components/ui/icons'
import { Link } from '@/components/ui/link'
import { toHistoryOf } from '@/lib/history/paths'
import { today } from '@/lib/kernel/today'
import type { EventOf, RowParts, RowProps } from './props'

/** `others`: older edits of the same person on the same day, which this row includes. */
export function editRow(
  { event, customerId, i18n }: RowProps<'edits'>,
  others: readonly EventOf<'edits'>[] = [],
): RowParts {
  const { t } = i18n
  const all = [event, ...others]
  const words = [...new Set(all.map(({ detail }) => eventWords(detail.event, i18n)))].join(', ')
  const about = others.length ? null : aboutWords(event.detail, i18n)
  const place = { customerId: event.customerId, seq: Number(event.id), day: today(event.occurredAt) }
  return {
    icon: Pencil,
    title: <Link href={toHistoryOf(customerId, place)}>{[words, about].filter(Boolean).join(' · ')}</Link>,
    note: [
      event.detail.actor ?? t('profile.history.system'),
      others.length ? t('timeline.edits', { count: all.length }) : null,
    ]
      .filter(Boolean)
      .join(' · '),
  }
}
