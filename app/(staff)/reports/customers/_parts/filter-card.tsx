import { FilterInput, FilterSelect } from '@/components/forms/filter-fields'
import { FilterForm } from '@/components/forms/filter-form'
import { Banner } from '@/components/ui/banner'
import { Card } from '@/components/ui/card'
import { Disclosure } from '@/components/ui/disclosure'
import type { I18n } from '@/lib/i18n/translator'
import type { Params } from '@/lib/http/page'
import {
  columnField,
  COLUMNS,
  type FilterField,
  reportQuery,
  type Report,
  SORTS,
} from '@/lib/reports/customer-filter/schema'
import { CUSTOMER_REPORT } from '@/lib/reports/paths'
import type { Choices } from '@/components/reports/choices'
import { mainFields, moreFields, type Field } from '@/components/reports/fields'

type Errors = Partial<Record<FilterField, string>>

type Props = {
  /** The parameters of an address with errors, which the fields show as they are. */
  typed: Params | undefined
  report: Report
  errors: Errors
  choices: Choices
  i18n: I18n
}

/** The filter as a plain form: fields that most people use, more fields, and the columns with their order. */
export function FilterCard({ typed, report, errors, choices, i18n: { t } }: Props) {
  const more = moreFields(choices, t)
  const valueOf = (name: FilterField) => (typed ? typed[name] : report.filter[name]?.toString())
  const draw = (field: Field) => {
    const code = errors[field.name]
    const shared = {
      name: field.name,
      label: t(`reports.fields.${field.name}`),
      value: valueOf(field.name),
      error: code && t(`errors.${code}` as Parameters<I18n['t']>[0]),
    }
    return 'options' in field ? (
      <FilterSelect key={field.name} {...shared} every={field.every} options={field.options} />
    ) : (
      <FilterInput key={field.name} {...shared} type={field.type} />
    )
  }
  return (
    <Card>
      {typed && <Banner tone="bad">{t('reports.wrong')}</Banner>}
      <FilterForm
        path={CUSTOMER_REPORT}
        submit={t('reports.submit')}
        clear={(typed || reportQuery(report) !== '') && { href: CUSTOMER_REPORT, label: t('reports.clear') }}
      >
        {mainFields(choices, t).map(draw)}
        <div className="filter-more">
          <Disclosure summary={t('reports.more')} open={more.some(({ name }) => valueOf(name))}>
            <div className="filter-fields">{more.map(draw)}</div>
          </Disclosure>
        </div>
        <div className="filter-more">
          <Disclosure summary={t('reports.columnsAndOrder')}>
            <div className="filter-fields">
              <Order report={report} t={t} />
              <ColumnChoices report={report} t={t} />
            </div>
          </Disclosure>
        </div>
      </FilterForm>
    </Card>
  )
}

type PartProps = { report: Report; t: I18n['t'] }

const Order = ({ report: { sort, isAscending }, t }: PartProps) => (
  <>
    <label>
      {t('reports.sort')}
      <select name="sort" defaultValue={sort} className="control">
        {SORTS.map((value) => (
          <option key={value} value={value}>
            {t(`reports.columns.${value}`)}
          </option>
        ))}
      </select>
    </label>
    <label>
      {t('reports.order')}
      <select name="order" defaultValue={isAscending ? 'asc' : 'desc'} className="control">
        <option value="desc">{t('reports.descending')}</option>
        <option value="asc">{t('reports.ascending')}</option>
      </select>
    </label>
  </>
)

const ColumnChoices = ({ report: { columns }, t }: PartProps) => (
  <fieldset className="filter-columns">
    <legend>{t('reports.columnsLabel')}</legend>
    {COLUMNS.map((name) => (
      <label key={name} className="choice filter-choice">
        <input type="checkbox" name={columnField(name)} defaultChecked={columns.includes(name)} />
        <span>{t(`reports.columns.${name}`)}</span>
      </label>
    ))}
  </fieldset>
)
