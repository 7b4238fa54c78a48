import { Button } from '@/components/ui/button'
import { Link } from '@/components/ui/link'
import { EVENTS } from '@/lib/audit/events'
import type { I18n } from '@/lib/i18n/translator'

type Filter = { event: string | undefined; actor: string | undefined; from: string | undefined; to: string | undefined; customer: string | undefined }
type Props = { filter: Filter; actors: { id: string; name: string }[]; i18n: I18n }

/** A plain GET form: what is being looked at is in the address. */
export function AuditFilter({ filter, actors, i18n: { t } }: Props) {
  return (
    <form action="/audit" className="filter">
      <label>
        {t('audit.filter.event')}
        <select name="event" defaultValue={filter.event ?? ''} className="control">
          <option value="">{t('audit.filter.everything')}</option>
          {EVENTS.map((event) => (
            <option key={event} value={event}>
              {t(`audit.events.${event}`)}
            </option>
          ))}
        </select>
      </label>
      <label>
        {t('audit.filter.actor')}
        <select name="actor" defaultValue={filter.actor ?? ''} className="control">
          <option value="">{t('audit.filter.everyone')}</option>
          {actors.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <label>
        {t('audit.filter.from')}
        <input type="date" name="from" defaultValue={filter.from} className="control" />
      </label>
      <label>
        {t('audit.filter.to')}
        <input type="date" name="to" defaultValue={filter.to} className="control" />
      </label>
      <label>
        {t('audit.filter.customer')}
        <input name="customer" defaultValue={filter.customer} className="control" spellCheck={false} autoComplete="off" />
      </label>
      <Button>{t('audit.filter.apply')}</Button>
      {Object.values(filter).some(Boolean) && (
        <Link className="link" href="/audit">
          {t('audit.filter.clear')}
        </Link>
      )}
    </form>
  )
}
