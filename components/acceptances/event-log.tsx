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
        {events.map(({ seq, kind, at, ip }) => (
          <li key={seq}>
            <b>{t(`acceptances.events.${kind}`)}</b>
            <span>
              <Time at={at} i18n={i18n} />
              {ip && ` · ${t('acceptances.section.ip', { ip })}`}
            </span>
          </li>
        ))}
      </ol>
    </Disclosure>
  )
}
