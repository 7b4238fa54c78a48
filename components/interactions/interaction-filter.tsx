import { FilterDays, FilterSelect } from '@/components/forms/filter-fields'
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
      {journeys && (
        <FilterSelect
          name="journey"
          label={t('interactions.filter.journey')}
          value={filter.journey}
          every={t('interactions.filter.everyJourney')}
          options={journeys.map(({ id, name }) => ({ value: id, label: name }))}
        />
      )}
      <FilterSelect
        name="channel"
        label={t('interactions.filter.channel')}
        value={filter.channel}
        every={t('interactions.filter.everyChannel')}
        options={CHANNELS.map((channel) => ({ value: channel, label: t(`sending.channels.${channel}`) }))}
      />
      {withDays && (
        <FilterDays days={filter} labels={{ from: t('interactions.filter.from'), to: t('interactions.filter.to') }} />
      )}
      <TestSwitch on={filter.test} t={t} />
    </FilterForm>
  )
}

type T = I18n['t']

const TestSwitch = ({ on, t }: { on: boolean; t: T }) => (
  <label className="choice filter-choice">
    <input type="checkbox" name="test" defaultChecked={on} />
    <span>
      {t('interactions.filter.test')} <small className="text-ink-3">{t('interactions.filter.testHint')}</small>
    </span>
  </label>
)
