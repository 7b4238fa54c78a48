import { FilterForm } from '@/components/forms/filter-form'
import type { I18n } from '@/lib/i18n/translator'
import type { InteractionFilter as Filter } from '@/lib/interactions/filter'
import { CHANNELS } from '@/lib/interactions/schema'

type Journey = { id: string; name: string }

type Props = {
  path: string
  /** The current view, which the form keeps in the address. */
  view: string | undefined
  filter: Filter
  /** If absent, the form has no field for a journey. */
  journeys?: Journey[]
  /** False hides the fields for dates, where the totals do not depend on them. */
  withDays?: boolean
  i18n: I18n
}

/** A filter by any combination of channel, journey, kind and dates. */
export function InteractionFilter({ path, view, filter, journeys, withDays = false, i18n: { t } }: Props) {
  const isOn = Object.values(filter).some(Boolean)
  return (
    <FilterForm
      path={path}
      submit={t('interactions.filter.submit')}
      clear={isOn && { href: view ? `${path}?view=${view}` : path, label: t('interactions.filter.clear') }}
    >
      {view && <input type="hidden" name="view" value={view} />}
      {journeys && <JourneyField filter={filter} journeys={journeys} t={t} />}
      <ChannelField filter={filter} t={t} />
      {withDays && <Days filter={filter} t={t} />}
      <TestSwitch on={filter.test} t={t} />
    </FilterForm>
  )
}

type T = I18n['t']

const JourneyField = ({ filter, journeys, t }: { filter: Filter; journeys: Journey[]; t: T }) => (
  <label>
    {t('interactions.filter.journey')}
    <select name="journey" defaultValue={filter.journey ?? ''} className="control">
      <option value="">{t('interactions.filter.everyJourney')}</option>
      {journeys.map(({ id, name }) => (
        <option key={id} value={id}>
          {name}
        </option>
      ))}
    </select>
  </label>
)

const ChannelField = ({ filter, t }: { filter: Filter; t: T }) => (
  <label>
    {t('interactions.filter.channel')}
    <select name="channel" defaultValue={filter.channel ?? ''} className="control">
      <option value="">{t('interactions.filter.everyChannel')}</option>
      {CHANNELS.map((channel) => (
        <option key={channel} value={channel}>
          {t(`sending.channels.${channel}`)}
        </option>
      ))}
    </select>
  </label>
)

const Days = ({ filter, t }: { filter: Filter; t: T }) => (
  <>
    <label>
      {t('interactions.filter.from')}
      <input type="date" name="from" defaultValue={filter.from} className="control" />
    </label>
    <label>
      {t('interactions.filter.to')}
      <input type="date" name="to" defaultValue={filter.to} className="control" />
    </label>
  </>
)

const TestSwitch = ({ on, t }: { on: boolean; t: T }) => (
  <label className="choice filter-choice">
    <input type="checkbox" name="test" defaultChecked={on} />
    <span>
      {t('interactions.filter.test')} <small className="text-ink-3">{t('interactions.filter.testHint')}</small>
    </span>
  </label>
)
