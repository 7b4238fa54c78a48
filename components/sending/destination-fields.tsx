import { CheckboxField } from '@/components/forms/checkbox-field'
import { RadioGroupField } from '@/components/forms/radio-group-field'
import { TextAreaField } from '@/components/forms/text-area-field'
import { TextField } from '@/components/forms/text-field'
import type { I18n } from '@/lib/i18n/translator'
import type { SendChannel } from '@/lib/sending/address'
import {
  ADDRESS_MAX,
  ADDRESS_REASON_MAX,
  NEW_ADDRESS,
  OVERRIDE_REASON_MAX,
  pointChoice,
  PREVIOUS_ADDRESS,
} from '@/lib/sending/destination'
import { choicesOf } from '@/lib/sending/recipient-choices'
import type { Recipients } from '@/lib/sending/recipients'
import { recipientLabel } from './recipient-label'
import { describeObjection } from './describe-objection'

type Props = {
  recipients: Recipients
  channel: SendChannel
  words: { to: string }
  /** Only when a message is sent again: its earlier address, masked unless the viewer may see it, and the label for it. */
  previous?: { shown: string; words: (address: string) => string }
  i18n: I18n
}

/** The fields of `destinationFields`: the recipient, an address to type with its confirmation, and the reason for an override. */
export function DestinationFields({ recipients, channel, words, previous, i18n }: Props) {
  const { t } = i18n
  const { canType, preselected } = choicesOf(recipients, Boolean(previous))
  const options = optionsOf({ recipients, channel, words, previous, i18n })
  const type = channel === 'email' ? 'email' : 'tel'
  return (
    <>
      <RadioGroupField name="to" label={words.to} required defaultValue={preselected} options={options} />
      {canType && (
        <div className="typed-address">
          <TextField
            name="address"
            label={t(`sending.typed.${channel}.address`)}
            hint={options.length > 1 ? t(`sending.typed.${channel}.hint`) : undefined}
            required={options.length === 1}
            conditional
            type={type}
            inputMode={type}
            maxLength={ADDRESS_MAX}
            autoComplete="off"
          />
          <CheckboxField name="addressConfirmed" label={t('sending.typed.confirm')} hint={t('sending.typed.hint')} />
          <TextField
            name="addressReason"
            label={t('sending.typed.reason')}
            conditional
            maxLength={ADDRESS_REASON_MAX}
            autoComplete="off"
          />
        </div>
      )}
      {recipients.needsReason && (
        <TextAreaField
          name="overrideReason"
          label={t('sending.override.reason')}
          hint={t('sending.override.hint')}
          conditional
          rows={2}
          maxLength={OVERRIDE_REASON_MAX}
        />
      )}
    </>
  )
}

/** The options: the earlier address unless a point has it, the contact points, and "another address". A hint says whether each is allowed. */
function optionsOf({ recipients, channel, previous, i18n }: Props) {
  const { typed, canOverride } = recipients
  const { open, canType, offersPrevious } = choicesOf(recipients, Boolean(previous))
  const points = open.map((point) => {
    const label = recipientLabel(point, i18n.t)
    return {
      value: pointChoice(point.pointId),
      label: point.previous && previous ? previous.words(label) : label,
      hint: describeObjection(point.objection, canOverride, i18n),
    }
  })
  const hint = typed ? describeObjection(typed, canOverride, i18n) : undefined
  return [
    ...(previous && offersPrevious ? [{ value: PREVIOUS_ADDRESS, label: previous.words(previous.shown), hint }] : []),
    ...points,
    ...(canType ? [{ value: NEW_ADDRESS, label: i18n.t(`sending.typed.${channel}.other`), hint }] : []),
  ]
}
