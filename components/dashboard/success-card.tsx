import { type Column, DataTable } from '@/components/ui/data-table'
import { SENT_MIN, successfulChannel } from '@/lib/dashboard/best-channel'
import type { ChannelFigure } from '@/lib/dashboard/channels'
import type { I18n } from '@/lib/i18n/translator'
import { figureCard } from './figure-card'

type Props = { figures: readonly ChannelFigure[]; i18n: I18n }

/** In which channels messages reach the customer (B1). */
export function successCard({ figures, i18n }: Props) {
  const { t, format } = i18n
  const best = successfulChannel(figures)
  const used = figures.filter(({ sent }) => sent > 0)
  return figureCard({
    id: 'success',
    title: t('dashboard.success.title'),
    verdict: best
      ? t('dashboard.success.verdict', { channel: t(`conversations.channels.${best.channel}`) })
      : t('dashboard.success.noVerdict'),
    definition: t('dashboard.success.definition', { min: SENT_MIN }),
    bars: {
      stacked: true,
      labels: used.map(({ channel }) => t(`conversations.channels.${channel}`)),
      series: [
        {
          name: t('dashboard.success.reached'),
          color: 'accent',
          values: used.map(({ reached }) => reached),
          texts: [],
        },
        {
          name: t('dashboard.success.notReached'),
          color: 'control',
          values: used.map(({ sent, reached }) => sent - reached),
          texts: used.map((figure) => shareWords(figure, format)),
        },
      ],
    },
    table:
      used.length > 0 ? (
        <DataTable
          caption={t('dashboard.success.title')}
          columns={successColumns(i18n)}
          rows={used}
          rowKey={({ channel }) => channel}
        />
      ) : null,
    empty: t('dashboard.success.empty'),
    i18n,
  })
}

const successColumns = ({ t, format }: I18n): Column<ChannelFigure>[] => {
  const header = (key: 'channel' | 'sent' | 'reached' | 'rate') =>
    ({ key, header: t(`dashboard.success.${key}`) }) as const
  return [
    { ...header('channel'), primary: true, cell: ({ channel }) => t(`conversations.channels.${channel}`) },
    { ...header('sent'), align: 'end', fold: true, cell: ({ sent }) => format.number(sent) },
    { ...header('reached'), align: 'end', fold: true, cell: ({ reached }) => format.number(reached) },
    {
      ...header('rate'),
      align: 'end',
      fold: true,
      cell: (figure) => shareWords(figure, format),
    },
  ]
}

/** The share of messages that arrived, rounded down, so that 100% means all of them. */
const shareWords = ({ sent, reached }: ChannelFigure, format: I18n['format']): string =>
  format.number(Math.floor((reached * 1000) / sent) / 1000, { style: 'percent', maximumFractionDigits: 1 })
