import { OfferedValue } from '@/components/forms/offered-value'
import { TextField } from '@/components/forms/text-field'
import { addressFields } from './address-fields'
import type { PointFieldsProps } from './field-props'

/** A point's form fields, by channel. It is a plain function so that `labelsIn` finds the labels in its elements. */
export function pointFields(props: PointFieldsProps) {
  const { channel, i18n, values } = props
  const { t } = i18n
  return (
    <>
      {channel === 'address' ? addressFields(props) : valueField(props)}
      {channel === 'email' && (
        <OfferedValue
          name="value"
          use={t('contacts.field.useOffered')}
          confirm={{ name: 'asTyped', label: t('contacts.field.asTyped') }}
        />
      )}
      <TextField
        name="label"
        label={t('contacts.field.label')}
        hint={t('contacts.field.labelHint')}
        defaultValue={values.label}
        maxLength={60}
        autoComplete="off"
      />
    </>
  )
}

function valueField({ channel, i18n: { t }, values, masked }: PointFieldsProps) {
  const hint = channel === 'address' ? undefined : t(`contacts.hint.${channel}`)
  const email = channel === 'email'
  const label = masked ? (email ? 'newEmail' : 'newValue') : email ? 'email' : 'value'
  return (
    <TextField
      name="value"
      label={t(`contacts.field.${label}`)}
      hint={masked ? t('contacts.maskedHint', { value: masked }) : hint}
      required={!masked}
      conditional
      defaultValue={values.value}
      type={email ? 'email' : 'tel'}
      inputMode={email ? 'email' : 'tel'}
      autoComplete="off"
      maxLength={254}
      spellCheck={false}
      autoFocus
    />
  )
}
