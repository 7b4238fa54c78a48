import { ActionForm } from '@/components/forms/action-form'
import { formTexts } from '@/components/forms/form-texts'
import { IdempotencyField } from '@/components/forms/idempotency-field'
import { RadioGroupField } from '@/components/forms/radio-group-field'
import { TextAreaField } from '@/components/forms/text-area-field'
import { TextField } from '@/components/forms/text-field'
import { standing } from '@/components/sending/standing'
import type { I18n } from '@/lib/i18n/translator'
import { resendInteractionAction } from '@/lib/interactions/actions'
import type { SentMessage } from '@/lib/interactions/message'
import { NEW, SAME } from '@/lib/interactions/schema'

type Props = { customerId: string; message: SentMessage; mayOverride: boolean; i18n: I18n }

/** Resends a message. Each possible recipient shows whether sending is allowed. */
export function ResendForm({ customerId, message, mayOverride, i18n }: Props) {
  const { t } = i18n
  const { id: sendId, channel, documents, destinations } = message
  const overridable = mayOverride && message.purpose === 'service'
  return (
    <ActionForm
      action={resendInteractionAction}
      submit={t('interactions.resend.submit')}
      hidden={{ customerId, sendId }}
      texts={formTexts(t)}
    >
      <IdempotencyField />
      <p className="text-ink-2">
        {t(documents.length ? 'interactions.resend.withDocuments' : 'interactions.resend.text')}
      </p>
      <RadioGroupField
        name="to"
        label={t('interactions.resend.to')}
        required
        defaultValue={destinations.find(({ same }) => same)?.pointId ?? SAME}
        options={[
          ...places(message, overridable, i18n),
          {
            value: NEW,
            label: t('interactions.resend.new'),
            hint: message.typed ? standing(message.typed, overridable, i18n) : undefined,
          },
        ]}
      />
      <TextField
        name="address"
        label={t(`interactions.resend.address.${channel}`)}
        hint={t('interactions.resend.addressHint')}
        type={channel === 'email' ? 'email' : 'tel'}
        inputMode={channel === 'email' ? 'email' : 'tel'}
        conditional
        autoComplete="off"
        maxLength={254}
      />
      {overridable && (
        <TextAreaField
          name="overrideReason"
          label={t('sending.override.reason')}
          hint={t('sending.override.hint')}
          conditional
          rows={2}
          maxLength={300}
        />
      )}
    </ActionForm>
  )
}

/** The customer's points, and the original recipient if it is no longer one of them. */
function places({ to, destinations, typed }: SentMessage, overridable: boolean, i18n: I18n) {
  const { t } = i18n
  const known = destinations.map((place) => ({
    value: place.pointId,
    label: labelOf(place, i18n),
    hint: standing(place.objection, overridable, i18n),
  }))
  return destinations.some(({ same }) => same)
    ? known
    : [
        {
          value: SAME,
          label: t('interactions.resend.same', { to: to.text }),
          hint: standing(typed, overridable, i18n),
        },
        ...known,
      ]
}

type Place = SentMessage['destinations'][number]

function labelOf({ shown, label, primary, same }: Place, { t }: I18n): string {
  const notes = [label, primary && t('interactions.resend.primary')].filter(Boolean).join(', ')
  const named = notes ? `${shown} (${notes})` : shown
  return same ? t('interactions.resend.same', { to: named }) : named
}
