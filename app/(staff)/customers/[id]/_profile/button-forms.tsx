import { ButtonForm } from '@/components/forms/button-form'
import { PointForm } from '@/components/contacts/point-form'
import { RevealForm } from '@/components/privacy/reveal'
import { duplicateAction } from '@/lib/duplicates/actions'
import { DUPLICATE_FORM } from '@/lib/duplicates/paths'
import type { ProfilePage } from './props'
import { RatingForm } from './rating'

/**
 * The forms of the small buttons that several pages of a customer show. They are rendered outside of the static HTML.
 */
export const ButtonForms = ({ ctx: { viewer }, customer: { id, rating } }: ProfilePage) => (
  <>
    {viewer.can('personal.reveal') && <RevealForm customerId={id} />}
    {viewer.can('customers.edit') && <RatingForm customerId={id} rating={rating ?? 0} />}
    {viewer.can('duplicates.decide') && <ButtonForm id={DUPLICATE_FORM} action={duplicateAction} />}
    {viewer.can('contacts.edit') && <PointForm customerId={id} />}
  </>
)
