import { FilterSelect } from '@/components/forms/filter-fields'
import { FilterForm } from '@/components/forms/filter-form'
import { HiddenFields } from '@/components/forms/hidden-fields'
import type { Choice } from '@/lib/customers/queries'
import { FILTER_FIELDS, LIKELIHOODS, type Likelihood, type PairFilter as Filter } from '@/lib/duplicates/filter'
import { DUPLICATES } from '@/lib/duplicates/paths'
import { withQuery } from '@/lib/http/with-query'
import type { I18n } from '@/lib/i18n/translator'

type Props = { filter: Filter; isFiltered: boolean; stores: readonly Choice[]; i18n: I18n }

/** Filters the queue by probability, by a value that is alike, and by store. */
export function PairFilter({ filter, isFiltered, stores, i18n: { t } }: Props) {
  const state = filter.state === 'open' ? undefined : filter.state
  return (
    <FilterForm
      path={DUPLICATES}
      submit={t('duplicates.filter.submit')}
      clear={isFiltered && { href: withQuery(DUPLICATES, { state }), label: t('duplicates.filter.clear') }}
    >
      <HiddenFields values={{ state, customer: filter.customer }} />
      <FilterSelect
        name="likelihood"
        label={t('duplicates.filter.likelihood')}
        value={filter.likelihood}
        every={t('duplicates.filter.everyLikelihood')}
        options={(Object.keys(LIKELIHOODS) as Likelihood[]).map((value) => ({
          value,
          label: t(`duplicates.filter.ranges.${value}`),
        }))}
      />
      <FilterSelect
        name="field"
        label={t('duplicates.filter.field')}
        value={filter.field}
        every={t('duplicates.filter.everyField')}
        options={FILTER_FIELDS.map((value) => ({ value, label: t(`duplicates.fields.${value}`) }))}
      />
      {stores.length > 1 && (
        <FilterSelect
          name="store"
          label={t('duplicates.filter.store')}
          value={filter.store}
          every={t('duplicates.filter.everyStore')}
          options={stores.map(({ id, name }) => ({ value: id, label: name }))}
        />
      )}
    </FilterForm>
  )
}
