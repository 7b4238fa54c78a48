import { Chip, type Tone } from '@/components/ui/chip'
import { aboutName } from '@/components/audit/about-name'
import { detailLines } from '@/components/audit/detail-lines'
import type { Column } from '@/components/ui/data-table'
import { Link } from '@/components/ui/link'
import { Time } from '@/components/ui/time'
import type { AuditItem } from '@/lib/history/list-all'
import type { I18n } from '@/lib/i18n/translator'

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
      nowrap: true,
      cell: ({ actor }) => actor ?? <span className="text-ink-3">{t('audit.nobody')}</span>,
    },
    { key: 'about', header: t('audit.columns.about'), fold: true, cell: (item) => <About item={item} i18n={i18n} /> },
    {
      key: 'details',
      header: t('audit.columns.details'),
      fold: true,
      cell: (item) => <span className="text-ink-2 text-xs">{detailLines(item, i18n).join(' · ') || '—'}</span>,
    },
  ]
}

function About({ item, i18n }: { item: AuditItem; i18n: I18n }) {
  const href = hrefOf(item)
  const name = aboutName(item, i18n)
  if (!name || !href) return name ?? '—'
  return (
    <Link className="link inline-block min-w-32" href={href}>
      {name}
    </Link>
  )
}

const PAGES: Record<string, string> = { user: '/users', journey: '/journeys', import: '/imports' }

function hrefOf({ customerId, subject }: AuditItem): string | null {
  if (customerId) return `/customers/${customerId}`
  const [kind = '', id] = subject?.split(':') ?? []
  return PAGES[kind] ? `${PAGES[kind]}/${id}` : null
}
