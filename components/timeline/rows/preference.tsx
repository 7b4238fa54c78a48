import { Bell, BellOff } from '@/components/ui/icons'
import { Link } from '@/components/ui/link'
import { toLedgerEntry } from '@/lib/consents/paths'
import type { RowParts, RowProps } from './props'

export function preferenceRow({ event: { id, detail }, customerId, i18n: { t } }: RowProps<'preferences'>): RowParts {
  const { preference, purpose, action, origin, by } = detail
  return {
    icon: action === 'accepted' ? Bell : BellOff,
    title: (
      <Link href={toLedgerEntry(customerId, id)}>
        {t(`timeline.preference.${action}`)}: {t(`consents.preference.${preference}`)} ·{' '}
        {t(`consents.purpose.${purpose}`)}
      </Link>
    ),
    note: [t(`consents.origin.${origin}`), by].filter(Boolean).join(' · '),
  }
}
