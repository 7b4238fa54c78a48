import { Disclosure } from '@/components/ui/disclosure'
import { Time } from '@/components/ui/time'
import type { ListedAcceptance } from '@/lib/acceptances/queries'
import type { I18n } from '@/lib/i18n/translator'

/** The evidence in order of time, collapsed at first. */
export function EventLog({ events, i18n }: { events: ListedAcceptance['events']; i18n: I18n }) {
  const { t } = i18n
  return (
    <Disclosure summary={t('acceptances.section.log')}>
      <ol className="evidence">
        {events.map((event) => (
          <li key={event.seq}>
            <b>{t(`acceptances.events.${event.kind}`)}</b>
            <span>
              <Time at={event.at} i18n={i18n} />
              {detailsOf(event, i18n).map((words) => ` · ${words}`)}
            </span>
          </li>
        ))}
      </ol>
    </Disclosure>
  )
}

/** Who did it, where it went, the new deadline, the typed name, the reason, and the address of the browser. */
function detailsOf(event: ListedAcceptance['events'][number], { t, format }: I18n) {
  const { by, to, newDeadline, typedName, nameMatch, reason, ip } = event
  const date = newDeadline && format.dateTime(newDeadline, { dateStyle: 'short', timeStyle: 'short' })
  return [
    by && t('acceptances.section.eventBy', { name: by }),
    to && t('acceptances.section.to', { address: to }),
    date && t('acceptances.section.newDeadline', { date }),
    typedName && t('acceptances.section.typedName', { name: typedName }),
    nameMatch && t(`acceptances.nameMatch.${nameMatch}`),
    reason,
    ip && t('acceptances.section.ip', { ip }),
  ].filter((words): words is string => Boolean(words))
}
