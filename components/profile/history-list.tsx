import { valueWords } from '@/components/audit/value-words'
import { ArrowRight, History } from '@/components/ui/icons'
import { Chip } from '@/components/ui/chip'
import { DayRows } from '@/components/ui/day-rows'
import { Link } from '@/components/ui/link'
import type { Change } from '@/lib/history/changes'
import type { HistoryItem } from '@/lib/history/list'
import { historyAnchor } from '@/lib/history/paths'
import type { I18n } from '@/lib/i18n/translator'
import { aboutWords, eventWords, fieldWords } from './history-words'

/** `restoreHref`: the page that restores the old value of a field; undefined when it cannot be restored. */
type RestoreHref = (item: HistoryItem, change: Change) => string | undefined

type Props = { items: readonly HistoryItem[]; now: Date; i18n: I18n; restoreHref?: RestoreHref }

/** Events under their days with their user, time, old and new values. Newest first. */
export const HistoryList = ({ items, now, i18n, restoreHref }: Props) => (
  <DayRows
    rows={items.map((item) => {
      const words = eventWords(item.event, i18n)
      const about = aboutWords(item, i18n)
      return {
        id: historyAnchor(item),
        at: item.at,
        icon: History,
        title: (
          <b>
            {item.denied ? <Chip tone="bad">{words}</Chip> : words}
            {about && ` · ${about}`}
          </b>
        ),
        to: item.actor ?? i18n.t('profile.history.system'),
        more: item.changes.length > 0 && <Changes item={item} i18n={i18n} restoreHref={restoreHref} />,
      }
    })}
    now={now}
    i18n={i18n}
  />
)

type ChangesProps = { item: HistoryItem; i18n: I18n; restoreHref: RestoreHref | undefined }

/** `old → new`, or only the new value if there was no old one. */
function Changes({ item, i18n, restoreHref }: ChangesProps) {
  return (
    <dl className="changes">
      {item.changes.map((change) => {
        const { field, before, after } = change
        const href = restoreHref?.(item, change)
        const label = fieldWords(field, i18n)
        return (
          <div key={field}>
            <dt>{label}</dt>
            <dd>
              {before !== null && (
                <>
                  <del>{valueWords(field, before, i18n)}</del>
                  <ArrowRight aria-label={i18n.t('profile.history.became')} role="img" />
                </>
              )}
              <ins>{valueWords(field, after, i18n)}</ins>
              {href && (
                <Link className="link" href={href} aria-label={i18n.t('profile.restore.openField', { field: label })}>
                  {i18n.t('profile.restore.open')}
                </Link>
              )}
            </dd>
          </div>
        )
      })}
    </dl>
  )
}
