import { FilterSelect } from '@/components/forms/filter-fields'
import { FilterForm } from '@/components/forms/filter-form'
import type { Params } from '@/lib/http/page'
import type { I18n } from '@/lib/i18n/translator'
import { AGENDA } from '@/lib/seller-agenda/paths'
import type { AgendaChoices, Choice } from '@/lib/seller-agenda/agenda-scope'

type Props = { choices: AgendaChoices; search: Params; i18n: I18n }

const options = (choices: readonly Choice[]) => choices.map(({ id, name }) => ({ value: id, label: name }))

/** The form in which a manager chooses the seller and the store of an agenda. */
export const AgendaFilter = ({ choices, search: { seller, store }, i18n: { t } }: Props) => (
  <div className="card mb-4">
    <FilterForm
      path={AGENDA}
      submit={t('sellerAgenda.filter.submit')}
      clear={(seller || store) !== undefined && { href: AGENDA, label: t('sellerAgenda.filter.clear') }}
    >
      <FilterSelect
        name="seller"
        label={t('sellerAgenda.filter.seller')}
        value={seller}
        every={t('sellerAgenda.filter.everySeller')}
        options={options(choices.sellers)}
      />
      <FilterSelect
        name="store"
        label={t('sellerAgenda.filter.store')}
        value={store}
        every={t('sellerAgenda.filter.everyStore')}
        options={options(choices.stores)}
      />
    </FilterForm>
  </div>
)
