import { FilterDays, FilterSelect } from '@/components/forms/filter-fields'
import { FilterForm } from '@/components/forms/filter-form'
import { Banner } from '@/components/ui/banner'
import { Card } from '@/components/ui/card'
import { CHANNELS, type DashboardFilter as Filter, type FilterProblem } from '@/lib/dashboard/filter'
import type { I18n } from '@/lib/i18n/translator'
import { filterWords } from './filter-words'

type Props = { path: string; filter: Filter; problem: FilterProblem | null; i18n: I18n }

/** A filter by period and channel, and what is wrong with the period. */
export const DashboardFilter = ({ path, filter, problem, i18n }: Props) => {
  const { t } = i18n
  return (
    <Card>
      <FilterForm
        path={path}
        submit={t('dashboard.filter.submit')}
        clear={Object.values(filter).some(Boolean) && { href: path, label: t('dashboard.filter.clear') }}
      >
        <FilterDays
          days={filter}
          labels={{ from: t('dashboard.filter.from'), to: t('dashboard.filter.to') }}
          wrong={wrongDays(problem)}
        />
        <FilterSelect
          name="channel"
          label={t('dashboard.filter.channel')}
          value={filter.channel}
          every={t('dashboard.filter.everyChannel')}
          options={CHANNELS.map((channel) => ({ value: channel, label: t(`conversations.channels.${channel}`) }))}
        />
      </FilterForm>
      <div className="dash-words">
        {problem ? (
          <Banner tone="bad">
            <b>{t('dashboard.problems.title')}</b>{' '}
            {t(`dashboard.problems.${problem}`, {
              value: (problem === 'invalid_from' ? filter.from : filter.to) ?? '',
            })}
          </Banner>
        ) : (
          <p>
            <b>{filterWords(filter, i18n)}.</b> {t('dashboard.filter.note')}
          </p>
        )}
      </div>
    </Card>
  )
}

/** A reversed period has two wrong days. */
const wrongDays = (problem: FilterProblem | null) =>
  problem ? { from: problem !== 'invalid_to', to: problem !== 'invalid_from' } : undefined
