import { FilterForm } from '@/components/forms/filter-form'
import { PIPELINE } from '@/lib/pipeline/paths'
import type { PipelinePage } from './props'

/** The form that chooses the seller, if there is a choice. */
export const SellerForm = (page: PipelinePage) =>
  page.sellers.length > 1 && (
    <div className="card mb-4">
      <FilterForm path={PIPELINE} submit={page.t('pipeline.board.show')} clear={false}>
        <SellerSelect {...page} />
      </FilterForm>
    </div>
  )

export const SellerSelect = ({ asked, sellers, t }: PipelinePage) => (
  <label>
    {t('pipeline.board.seller')}
    <select name="seller" defaultValue={asked.sellerId} className="control">
      {sellers.map(({ id, name }) => (
        <option key={id} value={id}>
          {name}
        </option>
      ))}
    </select>
  </label>
)
