import { ButtonForm } from '@/components/forms/button-form'
import { preferenceAction } from '@/lib/consents/actions'
import type { ConsentAction, Preference, Purpose } from '@/lib/consents/schema'

const FORM_ID = 'preference'

/** The form of every button in the preference grid. */
export const PreferenceForm = ({ customerId }: { customerId: string }) => (
  <ButtonForm id={FORM_ID} action={preferenceAction} fields={{ customerId }} />
)

/** The attributes of a button that records a choice. */
export const setsPreference = (preference: Preference, purpose: Purpose, action: ConsentAction) => ({
  form: FORM_ID,
  name: 'intent',
  value: `set:${preference}:${purpose}:${action}`,
})
