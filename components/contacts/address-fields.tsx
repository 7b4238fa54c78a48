import { FormSection } from '@/components/forms/form-section'
import { SelectField } from '@/components/forms/select-field'
import { TextField } from '@/components/forms/text-field'
import { BRAZILIAN_STATES } from '@/lib/values/postal-address'
import type { PointFieldsProps } from './field-props'

/** One field for each part of a postal address. */
export function addressFields({ i18n: { t }, values, masked, abroad }: PointFieldsProps) {
  const of = (name: string) => ({ name, defaultValue: values[name] ?? '', autoComplete: 'off' })
  const required = !masked
  return (
    <FormSection columns={2} text={masked && t('contacts.maskedAddressHint', { value: masked })}>
      <TextField
        {...of('postalCode')}
        label={t('contacts.field.postalCode')}
        inputMode={abroad ? undefined : 'numeric'}
        maxLength={20}
      />
      <TextField {...of('street')} label={t('contacts.field.street')} required={required} maxLength={200} />
      <TextField {...of('number')} label={t('contacts.field.number')} maxLength={20} />
      <TextField {...of('complement')} label={t('contacts.field.complement')} maxLength={100} />
      <TextField {...of('district')} label={t('contacts.field.district')} maxLength={100} />
      <TextField {...of('city')} label={t('contacts.field.city')} required={required} maxLength={100} />
      {abroad ? (
        <TextField {...of('state')} label={t('contacts.field.state')} maxLength={60} />
      ) : (
        <SelectField
          name="state"
          label={t('contacts.field.state')}
          required={required}
          defaultValue={values.state}
          empty={t('contacts.field.noState')}
          options={BRAZILIAN_STATES.map((uf) => ({ value: uf, label: uf }))}
        />
      )}
      {abroad && (
        <TextField
          {...of('country')}
          label={t('contacts.field.country')}
          hint={t('contacts.field.countryHint')}
          required={required}
          maxLength={2}
        />
      )}
    </FormSection>
  )
}
