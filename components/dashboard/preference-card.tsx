import { type Column, DataTable } from '@/components/ui/data-table'
import { Link } from '@/components/ui/link'
import { Time } from '@/components/ui/time'
import { preferredChannel } from '@/lib/dashboard/best-channel'
import type { ChannelFigure } from '@/lib/dashboard/channels'
import type { I18n } from '@/lib/i18n/translator'
import { figureCard } from './figure-card'

export type ToChannel = (channel: ChannelFigure['channel']) => string

type Props = {
  figures: readonly ChannelFigure[]
  /** The lists of a channel's interactions and of the conversations. */
  toInteractions: ToChannel
  toConversations: string
  i18n: I18n
}

/** In which channels the customer acted, and which one it prefers (B1). */
export function preferenceCard({ figures, toInteractions, toConversations, i18n }: Props) {
  const { t } = i18n
  const preferred = preferredChannel(figures)
  const used = figures.filter(({ activeDays, interactions }) => activeDays > 0 || interactions > 0)
  return figureCard({
    id: 'preference',
    title: t('dashboard.preference.title'),
    verdict: preferred
      ? t('dashboard.preference.verdict', { channel: t(`conversations.channels.${preferred.channel}`) })
      : t('dashboard.preference.noVerdict'),
    definition: t('dashboard.preference.definition'),
    bars: {
      labels: used.map(({ channel }) => t(`conversations.channels.${channel}`)),
      series: [
        {
          name: t('dashboard.preference.activeDays'),
          color: 'accent',
          values: used.map(({ activeDays }) => activeDays),
          texts: used.map(({ activeDays }) => t('dashboard.preference.days', { count: activeDays })),
        },
      ],
    },
    table:
      used.length > 0 ? (
        <DataTable
          caption={t('dashboard.preference.title')}
          columns={preferenceColumns({ toInteractions, toConversations, i18n })}
          rows={used}
          rowKey={({ channel }) => channel}
        />
      ) : null,
    empty: t('dashboard.preference.empty'),
    i18n,
  })
}

const preferenceColumns = ({
  toInteractions,
  toConversations,
  i18n,
}: Omit<Props, 'figures'>): Column<ChannelFigure>[] => {
  const { t, format } = i18n
  const linked = (count: number, href: string) =>
    count > 0 ? (
      <Link className="link" href={href}>
        {format.number(count)}
      </Link>
    ) : (
      format.number(count)
    )
  const header = (key: 'channel' | 'activeDays' | 'written' | 'interactions' | 'last') =>
    ({ key, header: t(`dashboard.preference.${key}`) }) as const
  return [
    { ...header('channel'), primary: true, cell: ({ channel }) => t(`conversations.channels.${channel}`) },
    { ...header('activeDays'), align: 'end', fold: true, cell: ({ activeDays }) => format.number(activeDays) },
    { ...header('written'), align: 'end', fold: true, cell: ({ written }) => linked(written, toConversations) },
    {
      ...header('interactions'),
      align: 'end',
      fold: true,
      cell: ({ channel, interactions }) => linked(interactions, toInteractions(channel)),
    },
    {
      ...header('last'),
      fold: true,
      nowrap: true,
      cell: ({ lastActionAt }) => (lastActionAt ? <Time at={lastActionAt} withTime={false} i18n={i18n} /> : '—'),
    },
  ]
}
