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
    <label>
      {t('cases.columns.state')}
      <select name="state" defaultValue={filter.state ?? ''} className="control">
        <option value="">{t('cases.filter.everyState')}</option>
        {states.map((state) => (
          <option key={state.id} value={state.id}>
            {stateWords(state, t)}
          </option>
        ))}
      </select>
    </label>
    <label>
      {t('cases.filter.from')}
      <input type="date" name="from" defaultValue={filter.from} className="control" />
    </label>
    <label>
      {t('cases.filter.to')}
      <input type="date" name="to" defaultValue={filter.to} className="control" />
    </label>
  </FilterForm>
)
