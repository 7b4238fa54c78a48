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
        <label>
          {t('dashboard.filter.from')}
          <input
            type="date"
            name="from"
            defaultValue={filter.from}
            aria-invalid={problem ? problem !== 'invalid_to' : undefined}
            className="control"
          />
        </label>
        <label>
          {t('dashboard.filter.to')}
          <input
            type="date"
            name="to"
            defaultValue={filter.to}
            aria-invalid={problem ? problem !== 'invalid_from' : undefined}
            className="control"
          />
        </label>
        <label>
          {t('dashboard.filter.channel')}
          <select name="channel" defaultValue={filter.channel ?? ''} className="control">
            <option value="">{t('dashboard.filter.everyChannel')}</option>
            {CHANNELS.map((channel) => (
              <option key={channel} value={channel}>
                {t(`conversations.channels.${channel}`)}
              </option>
            ))}
          </select>
        </label>
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
