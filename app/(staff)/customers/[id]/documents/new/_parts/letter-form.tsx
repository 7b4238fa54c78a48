import { ActionForm } from '@/components/forms/action-form'
import { formTexts } from '@/components/forms/form-texts'
import { IdempotencyField } from '@/components/forms/idempotency-field'
import type { Option } from '@/components/forms/select-field'
import { TextAreaField } from '@/components/forms/text-area-field'
import { createLetterAction } from '@/lib/documents/actions'
import { toDocuments } from '@/lib/documents/paths'
import { LETTER_MAX } from '@/lib/documents/schema'
import type { ProfilePage } from '../../../_profile/props'
import { kitFields } from './kit-fields'

export function LetterForm({ customer, journeys, t }: ProfilePage & { journeys: Option[] }) {
  return (
    <ActionForm
      action={createLetterAction}
      submit={t('documents.create.submitLetter')}
      cancelHref={toDocuments(customer.id)}
      hidden={{ customerId: customer.id }}
      texts={formTexts(t)}
    >
      <IdempotencyField />
      {kitFields({ journeys, t })}
      <TextAreaField
        name="body"
        label={t('documents.create.body')}
        hint={t('documents.create.bodyHint')}
        rows={12}
        maxLength={LETTER_MAX}
        required
      />
    </ActionForm>
  )
}
