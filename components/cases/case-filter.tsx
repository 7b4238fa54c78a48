import { FilterDays, FilterSelect } from '@/components/forms/filter-fields'
import { FilterForm } from '@/components/forms/filter-form'
import type { CaseFilter as Filter } from '@/lib/cases/filter'
import type { CaseState } from '@/lib/cases/states'
import type { I18n } from '@/lib/i18n/translator'
import { stateWords } from './words'

type Props = { path: string; filter: Filter; states: readonly CaseState[]; i18n: I18n }

/** A filter by state and by days of creation. */
export const CaseFilter = ({ path, filter, states, i18n: { t } }: Props) => (
  <FilterForm
    path={path}
    submit={t('cases.filter.submit')}
    clear={Object.values(filter).some(Boolean) && { href: path, label: t('cases.filter.clear') }}
  >
    <FilterSelect
      name="state"
      label={t('cases.columns.state')}
      value={filter.state}
      every={t('cases.filter.everyState')}
      options={states.map((state) => ({ value: state.id, label: stateWords(state, t) }))}
    />
    <FilterDays days={filter} labels={{ from: t('cases.filter.from'), to: t('cases.filter.to') }} />
  </FilterForm>
)
