import { FormSection } from '@/components/forms/form-section'
import { DateField } from '@/components/forms/date-field'
import { OfferedValue } from '@/components/forms/offered-value'
import { SelectField } from '@/components/forms/select-field'
import { TextAreaField } from '@/components/forms/text-area-field'
import { TextField } from '@/components/forms/text-field'
import { CUSTOMER_KINDS, DOCUMENT_TYPES, SEXES } from '@/lib/customers/choices'
import type { I18n } from '@/lib/i18n/translator'
import { DocumentFields } from './document-fields'

type Choice = { id: string; name: string }

type Props = {
  i18n: I18n
  /** The current values; empty for a new customer. */
  values: Partial<Record<string, string | null>>
  /** The masked tax id, for an editor without permission to see it. */
  maskedDocument?: string
  stores: Choice[]
  people: Choice[]
  /** The form of a new customer begins with the name, and asks for the first phone and e-mail. */
  isNew?: boolean
}

/** For the form's summary, which reads labels only from fields that are direct children of the form. */
export const documentLabels = ({ t }: I18n) => ({
  documentType: t('customers.fields.documentType'),
  documentNumber: t('customers.fields.documentNumber'),
})

/** The registration form's fields, for a new customer and for an edit. */
export function RegistrationFields({ i18n, values, maskedDocument, stores, people, isNew = false }: Props) {
  const { t } = i18n
  const of = (name: string) => ({ name, defaultValue: values[name] ?? '' })
  const none = { value: '', label: '—' }
  const options = (choices: Choice[]) => [none, ...choices.map((c) => ({ value: c.id, label: c.name }))]
  const kind = (
    <SelectField
      {...of('kind')}
      label={t('customers.fields.kind')}
      required
      options={CUSTOMER_KINDS.map((k) => ({ value: k, label: t(`customers.kinds.${k}`) }))}
    />
  )
  const preferredName = (
    <TextField {...of('preferredName')} label={t('customers.fields.preferredName')} maxLength={200} />
  )
  return (
    <>
      <FormSection title={t('customers.registration.title')} columns={2}>
        {!isNew && kind}
        <TextField {...of('name')} label={t('customers.fields.name')} required maxLength={200} autoFocus />
        {isNew && firstPoints(i18n, of)}
        {!isNew && preferredName}
        <DocumentFields
          type={{ ...of('documentType'), label: t('customers.fields.documentType') }}
          types={[none, ...DOCUMENT_TYPES.map((d) => ({ value: d, label: t(`customers.documentTypes.${d}`) }))]}
          number={{
            ...of('documentNumber'),
            label: t('customers.fields.documentNumber'),
            hint: maskedDocument && t('customers.registration.keepDocument', { masked: maskedDocument }),
          }}
          problems={{
            document_type_missing: t('errors.customers.document_type_missing'),
            bad_document: t('errors.customers.bad_document'),
            bad_check_digit: t('errors.customers.bad_check_digit'),
          }}
        />
        {isNew && kind}
        {isNew && preferredName}
        <DateField {...of('birthOn')} label={t('customers.fields.birthOn')} />
        <SelectField
          {...of('sex')}
          label={t('customers.fields.sex')}
          options={[none, ...SEXES.map((s) => ({ value: s, label: t(`customers.sexes.${s}`) }))]}
        />
      </FormSection>
      <FormSection title={t('customers.registration.origin')} columns={2}>
        <DateField {...of('registeredOn')} label={t('customers.fields.registeredOn')} />
        <SelectField {...of('storeId')} label={t('customers.fields.storeId')} options={options(stores)} />
        <SelectField {...of('registeredBy')} label={t('customers.fields.registeredBy')} options={options(people)} />
        <TextField {...of('howMet')} label={t('customers.fields.howMet')} maxLength={200} />
        <TextAreaField {...of('remarks')} label={t('customers.fields.remarks')} maxLength={4000} />
      </FormSection>
    </>
  )
}

/** A plain function, so that `labelsIn` finds the labels in its elements. */
const firstPoints = ({ t }: I18n, of: (name: string) => { name: string; defaultValue: string }) => (
  <>
    <TextField
      {...of('phone')}
      label={t('customers.new.phone')}
      hint={t('contacts.hint.mobile')}
      type="tel"
      inputMode="tel"
      autoComplete="off"
      maxLength={60}
    />
    <div className="field">
      <TextField
        {...of('email')}
        label={t('contacts.field.email')}
        hint={t('contacts.hint.email')}
        type="email"
        inputMode="email"
        autoComplete="off"
        maxLength={254}
        spellCheck={false}
      />
      <OfferedValue
        name="email"
        use={t('contacts.field.useOffered')}
        confirm={{ name: 'asTyped', label: t('contacts.field.asTyped') }}
      />
    </div>
  </>
)
