import { ActionForm } from '@/components/forms/action-form'
import { DateField } from '@/components/forms/date-field'
import { FormSection } from '@/components/forms/form-section'
import { formTexts } from '@/components/forms/form-texts'
import { IdempotencyField } from '@/components/forms/idempotency-field'
import { RadioGroupField } from '@/components/forms/radio-group-field'
import { TextAreaField } from '@/components/forms/text-area-field'
import { TextField } from '@/components/forms/text-field'
import { CardBody } from '@/components/ui/card'
import type { I18n } from '@/lib/i18n/translator'
import { recordResultAction } from '@/lib/seller-agenda/actions'
import type { ShownContact } from '@/lib/seller-agenda/get-contact'
import { OUTCOME_NAMES } from '@/lib/seller-agenda/schema'

type Props = { contact: ShownContact; t: I18n['t'] }

/** The result in two presses: how it went, and the button. A comment and the next reminder are optional. */
export const ResultForm = ({ contact: { customer, interaction, reason }, t }: Props) => (
  <CardBody>
    <ActionForm
      action={recordResultAction}
      submit={t('sellerAgenda.contact.save')}
      hidden={{
        customerId: customer.id,
        interactionId: interaction.id,
        version: String(interaction.version),
        defaultReminder: reason?.reason ?? t('sellerAgenda.contact.followUp'),
      }}
      texts={formTexts(t)}
    >
      <IdempotencyField />
      <RadioGroupField
        name="outcome"
        label={t('sellerAgenda.contact.result')}
        options={OUTCOME_NAMES.map((name) => ({ value: name, label: t(`sellerAgenda.contact.outcomes.${name}`) }))}
      />
      <TextAreaField name="comment" label={t('sellerAgenda.contact.comment')} defaultValue={interaction.comment} />
      <FormSection title={t('sellerAgenda.contact.next')} columns={2}>
        <DateField name="scheduledOn" label={t('sellerAgenda.contact.scheduledOn')} />
        <TextField
          name="reminder"
          label={t('sellerAgenda.contact.reminder')}
          hint={t('sellerAgenda.contact.reminderHint')}
        />
      </FormSection>
    </ActionForm>
  </CardBody>
)
