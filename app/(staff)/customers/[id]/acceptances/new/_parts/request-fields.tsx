import { ActionForm } from '@/components/forms/action-form'
import { formTexts } from '@/components/forms/form-texts'
import { IdempotencyField } from '@/components/forms/idempotency-field'
import { RadioGroupField } from '@/components/forms/radio-group-field'
import { TextAreaField } from '@/components/forms/text-area-field'
import { TextField } from '@/components/forms/text-field'
import { DestinationFields } from '@/components/sending/destination-fields'
import { SmsCount } from '@/components/sending/sms-count'
import { smsComposition } from '@/components/sending/sms-composition'
import { requestAcceptanceAction } from '@/lib/acceptances/actions'
import { toAcceptances } from '@/lib/acceptances/paths'
import type { listRequestable } from '@/lib/acceptances/queries'
import { DEFAULT_DAYS, TERMS_MAX } from '@/lib/acceptances/schema'
import type { listMessages } from '@/lib/documents/journeys'
import { env } from '@/lib/env'
import type { I18n } from '@/lib/i18n/translator'
import type { SendChannel } from '@/lib/sending/address'
import type { Recipients } from '@/lib/sending/recipients'
import type { ProfilePage } from '../../../_profile/props'

type Props = {
  customer: ProfilePage['customer']
  document: Awaited<ReturnType<typeof listRequestable>>[number]
  channel: SendChannel
  messages: Awaited<ReturnType<typeof listMessages>>
  recipients: Recipients
  i18n: I18n
}

export function RequestFields({ customer, document, channel, messages, recipients, i18n }: Props) {
  const { t } = i18n
  const customerId = customer.id
  const sms = { customer, purpose: document.journey.purpose, documents: [document.title], messages }
  return (
    <ActionForm
      action={requestAcceptanceAction}
      submit={t('acceptances.request.submit')}
      cancelHref={toAcceptances(customerId)}
      hidden={{ customerId, documentId: document.id, channel }}
      texts={formTexts(t)}
    >
      <IdempotencyField />
      <DestinationFields
        recipients={recipients}
        channel={channel}
        words={{ to: t('acceptances.request.to') }}
        i18n={i18n}
      />
      <RadioGroupField
        name="journeyMessageId"
        label={t('acceptances.request.message', { journey: document.journey.name })}
        defaultValue={messages[0]?.id}
        options={messages.map(({ id, name, subject }) => ({ value: id, label: name, hint: subject ?? undefined }))}
        required
      />
      {channel === 'sms' && <SmsCount {...smsComposition(sms, t)} />}
      <TextField
        name="days"
        label={t('acceptances.request.days')}
        hint={t('acceptances.request.daysHint')}
        defaultValue={String(DEFAULT_DAYS)}
        inputMode="numeric"
        maxLength={2}
        required
      />
      <TextAreaField
        name="terms"
        label={t('acceptances.request.terms')}
        hint={t('acceptances.request.termsHint')}
        defaultValue={t('acceptances.defaultTerms', { company: env().COMPANY_NAME })}
        maxLength={TERMS_MAX}
        required
      />
    </ActionForm>
  )
}
