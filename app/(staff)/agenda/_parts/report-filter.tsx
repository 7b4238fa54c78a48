import { FilterDays, FilterSelect } from '@/components/forms/filter-fields'
import { FilterForm } from '@/components/forms/filter-form'
import type { Params } from '@/lib/http/page'
import type { I18n } from '@/lib/i18n/translator'
import type { PeriodProblem } from '@/lib/seller-agenda/report/period'
import type { AgendaChoices, Choice } from '@/lib/seller-agenda/agenda-scope'

type Props = {
  path: string
  choices: AgendaChoices
  search: Params
  period: { from: string; to: string; problem: PeriodProblem | null }
  i18n: I18n
}

const options = (choices: readonly Choice[]) => choices.map(({ id, name }) => ({ value: id, label: name }))

/** The period, the seller and the store of the report. */
export const ReportFilter = ({ path, choices, search, period, i18n: { t } }: Props) => (
  <div className="card mb-4">
    <FilterForm
      path={path}
      submit={t('sellerAgenda.filter.submit')}
      clear={
        [search.seller, search.store, search.from, search.to].some(Boolean) && {
          href: path,
          label: t('sellerAgenda.filter.clear'),
        }
      }
    >
      <FilterDays
        days={period}
        labels={{ from: t('sellerAgenda.filter.from'), to: t('sellerAgenda.filter.to') }}
        wrong={{ from: period.problem === 'invalid_from', to: (period.problem ?? 'invalid_from') !== 'invalid_from' }}
      />
      <FilterSelect
        name="seller"
        label={t('sellerAgenda.filter.seller')}
        value={search.seller}
        every={t('sellerAgenda.filter.everySeller')}
        options={options(choices.sellers)}
      />
      <FilterSelect
        name="store"
        label={t('sellerAgenda.filter.store')}
        value={search.store}
        every={t('sellerAgenda.filter.everyStore')}
        options={options(choices.stores)}
      />
    </FilterForm>
  </div>
)
