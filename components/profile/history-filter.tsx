import { Button } from '@/components/ui/button'
import { Link } from '@/components/ui/link'
import { EVENTS } from '@/lib/audit/events'
import type { I18n } from '@/lib/i18n/translator'
import { eventWords } from './history-words'

type Filter = { event?: string; actor?: string; from?: string; to?: string }
type Props = { path: string; filter: Filter; actors: { id: string; name: string }[]; i18n: I18n }

/** What happens to a customer; the other events have no customer. */
const OF_CUSTOMERS = EVENTS.filter((e) => /^(customer|personal|contact|consent|note|access)\./.test(e))

/** A plain GET form: the filter is in the address. */
export function HistoryFilter({ path, filter, actors, i18n }: Props) {
  const { t } = i18n
  const isOn = Object.values(filter).some(Boolean)
  return (
    <form action={path} className="filter">
      <label>
        {t('profile.history.what')}
        <select name="event" defaultValue={filter.event ?? ''} className="control">
          <option value="">{t('profile.history.everything')}</option>
          {OF_CUSTOMERS.map((event) => (
            <option key={event} value={event}>
              {eventWords(event, i18n)}
            </option>
          ))}
        </select>
      </label>
      <label>
        {t('profile.history.who')}
        <select name="actor" defaultValue={filter.actor ?? ''} className="control">
          <option value="">{t('profile.history.everyone')}</option>
          {actors.map((actor) => (
            <option key={actor.id} value={actor.id}>
              {actor.name}
            </option>
          ))}
        </select>
      </label>
      <label>
        {t('profile.history.from')}
        <input type="date" name="from" defaultValue={filter.from} className="control" />
      </label>
      <label>
        {t('profile.history.to')}
        <input type="date" name="to" defaultValue={filter.to} className="control" />
      </label>
      <Button>{t('profile.history.filter')}</Button>
      {isOn && (
        <Link className="link" href={path}>
          {t('profile.history.clear')}
        </Link>
      )}
    </form>
  )
}
