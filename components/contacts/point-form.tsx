import { ButtonForm } from '@/components/forms/button-form'
import { pointAction } from '@/lib/contacts/actions'
import { POINT_FORM } from '@/lib/contacts/paths'

/** The form of every button that changes one of a customer's contact points. */
export const PointForm = ({ customerId }: { customerId: string }) => (
  <ButtonForm id={POINT_FORM} action={pointAction} fields={{ customerId }} />
)

type Change = 'block' | 'allow' | 'makePrimary' | 'restore' | 'retire'

/** The attributes of a button that changes a point. */
export const changesPoint = (change: Change, pointId: string) => ({
  form: POINT_FORM,
  name: 'intent',
  value: `${change}:${pointId}`,
})
