import type { ReactNode } from 'react'
import { FilterDays, FilterSelect } from '@/components/forms/filter-fields'
import { FilterForm } from '@/components/forms/filter-form'
import { EVENT_GROUPS, everyEventOf, groupOf, type EventGroup } from '@/lib/audit/event-groups'
import type { AuditEvent } from '@/lib/audit/events'
import type { I18n } from '@/lib/i18n/translator'

type Props = {
  path: string
  filter: Record<'event' | 'actor' | 'from' | 'to', string | undefined>
  /** The events to choose from. */
  events: readonly AuditEvent[]
  actors: { id: string; name: string }[]
  i18n: I18n
  /** Further plain HTML fields of the page. */
  children?: ReactNode
}

/** Filters events by kind, user and date. */
export function EventFilter({ path, filter, events, actors, i18n: { t }, children }: Props) {
  return (
    <FilterForm
      path={path}
      submit={t('audit.filter.apply')}
      clear={Object.values(filter).some(Boolean) && { href: path, label: t('audit.filter.clear') }}
    >
      <label>
        {t('audit.filter.event')}
        <select name="event" defaultValue={filter.event ?? ''} className="control">
          <option value="">{t('audit.filter.everything')}</option>
          {EVENT_GROUPS.map((group) => (
            <Group key={group} group={group} events={events.filter((event) => groupOf(event) === group)} t={t} />
          ))}
        </select>
      </label>
      <FilterSelect
        name="actor"
        label={t('audit.filter.actor')}
        value={filter.actor}
        every={t('audit.filter.everyone')}
        options={actors.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <FilterDays days={filter} labels={{ from: t('audit.filter.from'), to: t('audit.filter.to') }} />
      {children}
    </FilterForm>
  )
}

type GroupProps = { group: EventGroup; events: readonly AuditEvent[]; t: I18n['t'] }

/** The events of one subject below a heading; the first option is all of them. */
function Group({ group, events, t }: GroupProps) {
  if (!events.length) return null
  const name = t(`audit.groups.${group}`)
  return (
    <optgroup label={name}>
      <option value={everyEventOf(group)}>{t('audit.filter.everyOf', { group: name })}</option>
      {events.map((event) => (
        <option key={event} value={event}>
          {t(`audit.events.${event}`)}
        </option>
      ))}
    </optgroup>
  )
}
