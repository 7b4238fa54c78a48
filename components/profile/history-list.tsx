import { valueWords } from '@/components/audit/value-words'
import { ArrowRight } from '@/components/ui/icons'
import { Chip } from '@/components/ui/chip'
import { StaticHtml } from '@/components/ui/static-html'
import { Time } from '@/components/ui/time'
import type { HistoryItem } from '@/lib/history/list'
import type { I18n } from '@/lib/i18n/translator'
import { aboutWords, eventWords, fieldWords } from './history-words'

type Props = { items: HistoryItem[]; i18n: I18n }

/** Events with their user, time, old and new values. Newest first. */
export function HistoryList({ items, i18n }: Props) {
  return (
    <StaticHtml as="ol" className="history">
      {items.map((item) => (
        <HistoryEntry key={`${item.customerId}-${item.seq}`} item={item} i18n={i18n} />
      ))}
    </StaticHtml>
  )
}

function HistoryEntry({ item, i18n }: { item: HistoryItem; i18n: I18n }) {
  const { t } = i18n
  const about = aboutWords(item, i18n)
  return (
    <li>
      <div>
        <b>{item.denied ? <Chip tone="bad">{eventWords(item.event, i18n)}</Chip> : eventWords(item.event, i18n)}</b>
        {about && <span>{about}</span>}
        <small>
          {item.actor ?? t('profile.history.system')} · <Time at={item.at} i18n={i18n} />
        </small>
      </div>
      <Changes item={item} i18n={i18n} />
    </li>
  )
}

/** `old → new`, or only the new value if there was no old one. */
function Changes({ item, i18n }: { item: HistoryItem; i18n: I18n }) {
  if (!item.changes.length) return null
  return (
    <dl>
      {item.changes.map(({ field, before, after }) => (
        <div key={field}>
          <dt>{fieldWords(field, i18n)}</dt>
          <dd>
            {before !== null && (
              <>
                <del>{valueWords(field, before, i18n)}</del>
                <ArrowRight aria-label={i18n.t('profile.history.became')} role="img" />
              </>
            )}
            <ins>{valueWords(field, after, i18n)}</ins>
          </dd>
        </div>
      ))}
    </dl>
  )
}
