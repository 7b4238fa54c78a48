import { Card } from '@/components/ui/card'
import type { I18n } from '@/lib/i18n/translator'
import type { ChannelTotal } from '@/lib/interactions/totals'

/** The number of events per channel since the first message. */
export function Totals({ totals, i18n }: { totals: ChannelTotal[]; i18n: I18n }) {
  const { t, format } = i18n
  if (!totals.length) return null
  return (
    <Card>
      <ul className="totals" aria-label={t('interactions.totals.label')}>
        {totals.map(({ channel, times, since, byKind }) => (
          <li key={channel}>
            <span className="text-ink-3 text-xs">{t(`sending.channels.${channel}`)}</span>
            <p>
              <b className="num">{t('interactions.totals.unit', { times })}</b>
            </p>
            <p className="text-ink-2 text-xs">
              {byKind.map(({ kind, times }) => t(`interactions.counts.${kind}`, { times })).join(' · ')}
            </p>
            <p className="text-ink-3 text-xs">
              {t('interactions.totals.since', { date: format.dateTime(since, 'day') })}
            </p>
          </li>
        ))}
      </ul>
    </Card>
  )
}
