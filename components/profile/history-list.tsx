import { valueWords } from '@/components/audit/value-words'
import { ArrowRight } from '@/components/ui/icons'
import { Chip } from '@/components/ui/chip'
import { Link } from '@/components/ui/link'
import { StaticHtml } from '@/components/ui/static-html'
import { Time } from '@/components/ui/time'
import type { Change } from '@/lib/history/changes'
import type { HistoryItem } from '@/lib/history/list'
import { historyAnchor } from '@/lib/history/paths'
import type { I18n } from '@/lib/i18n/translator'
import { aboutWords, eventWords, fieldWords } from './history-words'

/** `restoreHref`: the page that restores the old value of a field; undefined when it cannot be restored. */
type RestoreHref = (item: HistoryItem, change: Change) => string | undefined

type Props = { items: HistoryItem[]; i18n: I18n; restoreHref?: RestoreHref }

/** Events with their user, time, old and new values. Newest first. */
export function HistoryList({ items, i18n, restoreHref }: Props) {
  return (
    <StaticHtml as="ol" className="history">
      {items.map((item) => (
        <HistoryEntry key={`${item.customerId}-${item.seq}`} item={item} i18n={i18n} restoreHref={restoreHref} />
      ))}
    </StaticHtml>
  )
}

type EntryProps = { item: HistoryItem; i18n: I18n; restoreHref: RestoreHref | undefined }

function HistoryEntry({ item, i18n, restoreHref }: EntryProps) {
  const { t } = i18n
  const about = aboutWords(item, i18n)
  return (
    <li id={historyAnchor(item)} className="row-target">
      <div>
        <b>{item.denied ? <Chip tone="bad">{eventWords(item.event, i18n)}</Chip> : eventWords(item.event, i18n)}</b>
        {about && <span>{about}</span>}
        <small>
          {item.actor ?? t('profile.history.system')} · <Time at={item.at} i18n={i18n} />
        </small>
      </div>
      <Changes item={item} i18n={i18n} restoreHref={restoreHref} />
    </li>
  )
}

/** `old → new`, or only the new value if there was no old one. */
function Changes({ item, i18n, restoreHref }: EntryProps) {
  if (!item.changes.length) return null
  return (
    <dl>
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
