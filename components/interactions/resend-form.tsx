import { ActionForm } from '@/components/forms/action-form'
import { formTexts } from '@/components/forms/form-texts'
import { IdempotencyField } from '@/components/forms/idempotency-field'
import { DestinationFields } from '@/components/sending/destination-fields'
import { smsTexts, smsWords } from '@/components/sending/sms-words'
import { exampleLink } from '@/lib/sending/example-link'
import type { I18n } from '@/lib/i18n/translator'
import { resendInteractionAction } from '@/lib/interactions/actions'
import type { SentMessage } from '@/lib/interactions/message'
import type { Recipients } from '@/lib/sending/recipients'

type Props = { customerId: string; message: SentMessage; recipients: Recipients; i18n: I18n }

export const RESEND_FORM = 'resend-message'

/** Resends a message, to the same address or another one. */
export function ResendForm({ customerId, message, recipients, i18n }: Props) {
  const { t } = i18n
  const { id: sendId, channel, documents } = message
  return (
    <ActionForm
      id={RESEND_FORM}
      action={resendInteractionAction}
      submit={t('interactions.resend.submit')}
      hidden={{ customerId, sendId }}
      texts={formTexts(t)}
    >
      <IdempotencyField />
      <p className="text-ink-2">
        {t(documents.length ? 'interactions.resend.withDocuments' : 'interactions.resend.text')}
      </p>
      {channel === 'sms' && (
        <p className="field-hint">{smsWords(message.body.replaceAll('{{link}}', exampleLink()), smsTexts(t))}</p>
      )}
      <DestinationFields
        recipients={recipients}
        channel={channel}
        words={{ to: t('interactions.resend.to') }}
        previous={{ shown: message.to.text, words: (to) => t('interactions.resend.same', { to }) }}
        i18n={i18n}
      />
    </ActionForm>
  )
}
