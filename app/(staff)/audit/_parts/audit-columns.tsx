import { Chip, type Tone } from '@/components/ui/chip'
import type { Column } from '@/components/ui/data-table'
import { Link } from '@/components/ui/link'
import { Time } from '@/components/ui/time'
import type { AuditItem } from '@/lib/history/list-all'
import type { I18n } from '@/lib/i18n/translator'
import { AuditDetails } from './audit-details'

/** The columns of the audit log. */
const TONES: Record<string, Tone> = {
  'access.denied': 'bad',
  'search.unusual': 'bad',
  'session.refused': 'warn',
  'personal.revealed': 'accent',
}

export const auditColumns = (i18n: I18n): Column<AuditItem>[] => {
  const { t } = i18n
  return [
    {
      key: 'event',
      header: t('audit.columns.event'),
      primary: true,
      cell: ({ event }) => <Chip tone={TONES[event] ?? 'neutral'}>{t(`audit.events.${event}`)}</Chip>,
    },
    {
      key: 'at',
      header: t('audit.columns.at'),
      fold: true,
      nowrap: true,
      cell: ({ at }) => <Time at={at} i18n={i18n} />,
    },
    {
      key: 'actor',
      header: t('audit.columns.actor'),
      fold: true,
      cell: ({ actor }) => actor ?? <span className="text-ink-3">{t('audit.nobody')}</span>,
    },
    { key: 'about', header: t('audit.columns.about'), fold: true, cell: (item) => <About item={item} i18n={i18n} /> },
    {
      key: 'details',
      header: t('audit.columns.details'),
      fold: true,
      cell: (item) => <AuditDetails item={item} i18n={i18n} />,
    },
  ]
}

function About({ item: { customerId, subject, subjectName }, i18n: { t } }: { item: AuditItem; i18n: I18n }) {
  if (customerId) {
    return (
      <Link className="link nowrap" href={`/customers/${customerId}`}>
        {t('audit.customer', { id: customerId.slice(0, 8) })}
      </Link>
    )
  }
  if (!subjectName || !subject) return '—'
  return (
    <Link className="link" href={`/users/${subject.slice('user:'.length)}`}>
      {subjectName}
    </Link>
  )
}
