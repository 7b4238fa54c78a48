import { REGISTRATION_FIELDS, type RegistrationField } from '@/lib/customers/fields'
import type { I18n } from '@/lib/i18n/translator'
import type { Profile } from './header'

export type RegistrationItem = {
  field: RegistrationField
  label: string
  value: string | null
  /** "Validated by … on …", when someone has confirmed it. */
  validated: string | null
}

/** Formats a calendar day for the locale. Days have no time zone, so none may shift them. */
const showDay = (day: string, { format }: I18n): string =>
  format.dateTime(new Date(`${day}T00:00:00Z`), { dateStyle: 'medium', timeZone: 'UTC' })

/** The registration's fields with their labels and formatted values, in reading order, including empty ones. */
export function registrationItems(customer: Profile, i18n: I18n): RegistrationItem[] {
  return REGISTRATION_FIELDS.filter((field) => customer.kind === 'person' || field !== 'sex').map((field) => ({
    field,
    label: labelOf(field, customer, i18n),
    value: valueOf(field, customer, i18n),
    validated: validatedBy(customer, field, i18n),
  }))
}

export function labelOf(
  field: RegistrationField,
  { kind, preferredName }: Pick<Profile, 'kind' | 'preferredName'>,
  { t }: I18n,
): string {
  if (kind === 'person' && preferredName && field === 'name') return t('customers.fields.civilName')
  if (kind === 'company' && field === 'name') return t('customers.fields.nameCompany')
  if (kind === 'company' && field === 'preferredName') return t('customers.fields.preferredNameCompany')
  if (kind === 'company' && field === 'birthOn') return t('customers.fields.foundedOn')
  return t(`customers.fields.${field}`)
}

function valueOf(field: RegistrationField, customer: Profile, i18n: I18n): string | null {
  const { t } = i18n
  switch (field) {
    case 'document':
      return customer.document && `${t(`customers.documentTypes.${customer.document.type}`)} ${customer.document.shown}`
    case 'sex':
      return customer.sex && t(`customers.sexes.${customer.sex}`)
    case 'storeId':
      return customer.storeName
    case 'registeredBy':
      return customer.registrarName
    case 'birthOn':
    case 'registeredOn':
    case 'lastPurchaseOn':
      return customer[field] && showDay(customer[field], i18n)
    default:
      return customer[field]
  }
}

function validatedBy(customer: Profile, field: RegistrationField, { t, format }: I18n): string | null {
  const validation = customer.validations[field]
  if (!validation) return null
  const date = format.dateTime(new Date(validation.at), 'day')
  return t('customers.registration.validated', { name: validation.by, date })
}
