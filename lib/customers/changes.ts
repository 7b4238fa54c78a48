import type { Customer } from '@/lib/customer-group/lock'
import { REGISTRATION_FIELDS, type RegistrationField } from './fields'

const KEYS = [
  'kind',
  'name',
  'preferredName',
  'documentType',
  'documentNumber',
  'documentCountry',
  'birthOn',
  'sex',
  'registeredOn',
  'storeId',
  'registeredBy',
  'howMet',
  'remarks',
] as const satisfies (keyof Customer)[]

export type Registration = Pick<Customer, (typeof KEYS)[number]>

/** Only the registration fields of a wider row. */
export const registrationOf = (row: Registration): Registration =>
  Object.fromEntries(KEYS.map((key) => [key, row[key]])) as Registration

/** The old and new values of the fields that differ; null when they are equal. */
export function changesBetween(old: Registration, next: Registration) {
  const keys = KEYS.filter((key) => old[key] !== next[key])
  if (!keys.length) return null
  const pick = (from: Registration) => Object.fromEntries(keys.map((key) => [key, from[key]]))
  return { keys, before: pick(old), after: pick(next) }
}

/** The fields whose validation a change of these columns clears. */
export const fieldsOfColumns = (keys: readonly string[]): RegistrationField[] =>
  REGISTRATION_FIELDS.filter((field) =>
    field === 'document' ? keys.some((k) => k.startsWith('document')) : keys.includes(field),
  )
