import { companyWords, fold, personWords, streetText } from './text/fold'
import type { MatchAddress, MatchRecord } from './types'
import type { Term, Vocabulary } from './vocabulary'

/** One way of writing a person's name. The family words are all words after the first one. */
export type PreparedName = { given: Term | null; family: readonly Term[] }

export type PreparedAddress = {
  street: Term | null
  number: Term | null
  district: Term | null
  city: Term | null
  state: Term | null
  postalCode: Term | null
}

/** A record in the form that is compared: equal values are the same term. */
export type Prepared = {
  id: string
  isCompany: boolean
  /** The name and the preferred name. */
  names: readonly PreparedName[]
  companyNames: readonly Term[]
  birth: Term | null
  /** Nearly every document, phone and e-mail is another one, so that a term for each would cost much memory. */
  document: string | null
  phones: readonly string[]
  emails: readonly string[]
  addresses: readonly PreparedAddress[]
  sex: Term | null
  others: readonly (Term | null)[]
}

const NO_TERMS: readonly never[] = []

/** Prepares a record for comparisons. `otherColumns` is the order of its other values. */
export function prepare(record: MatchRecord, terms: Vocabulary, otherColumns: readonly string[] = []): Prepared {
  terms.records++
  const optional = (space: string, value: string | null | undefined): Term | null => {
    const text = value ? fold(value) : ''
    return text ? terms.add(space, text) : null
  }
  const isCompany = record.kind === 'company'
  const names = [record.name, record.preferredName].filter((name) => name !== null && name !== '') as string[]
  return {
    id: record.id,
    isCompany,
    names: isCompany ? NO_TERMS : namesOf(record, terms),
    companyNames: isCompany
      ? distinct(names.map((name) => terms.add('company', companyWords(name).join(' '))))
      : NO_TERMS,
    birth: record.birthOn ? terms.add('birth', record.birthOn.replace(/\D/g, '')) : null,
    document: record.documentNumber ? terms.addUnique(record.documentNumber.replace(/[^0-9A-Za-z]/g, '')) : null,
    phones: listOf(record.phones, (phone) => terms.addUnique(phoneDigits(phone))),
    emails: listOf(record.emails, (email) => terms.addUnique(email.trim().toLowerCase())),
    addresses: listOf(record.addresses, (address) => preparedAddress(address, optional, terms)),
    sex: optional('sex', record.sex),
    others: otherColumns.length
      ? otherColumns.map((column) => optional(`other:${column}`, record.others?.[column]))
      : NO_TERMS,
  }
}

function listOf<T, U>(values: readonly T[], read: (value: T) => U): readonly U[] {
  return values.length ? distinct(values.map(read)) : NO_TERMS
}

const distinct = <T>(values: readonly T[]): readonly T[] => (values.length > 1 ? [...new Set(values)] : values)

function namesOf({ name, nameParts, preferredName }: MatchRecord, terms: Vocabulary): PreparedName[] {
  const word = (text: string) => terms.add('word', text)
  const first = nameParts
    ? parted(personWords(nameParts.given ?? '').map(word), personWords(nameParts.family ?? '').map(word))
    : whole(personWords(name ?? '').map(word))
  const second = preferredName ? whole(personWords(preferredName).map(word)) : null
  return [first, second].filter(
    (one) => one !== null && (one.given !== null || one.family.length > 0),
  ) as PreparedName[]
}

const whole = ([given, ...family]: Term[]): PreparedName => ({ given: given ?? null, family })
const parted = ([given, ...middle]: Term[], family: Term[]): PreparedName => ({
  given: given ?? null,
  family: [...middle, ...family],
})

/** The DDD and the last eight digits of a Brazilian phone, with or without its ninth digit; all digits of other phones. */
function phoneDigits(phone: string): string {
  const digits = phone.replace(/\D/g, '').replace(/^0+/, '')
  const national = /^\+?55/.test(phone) && digits.length >= 12 ? digits.slice(2) : digits
  return /^\d{2}9\d{8}$/.test(national) ? national.slice(0, 2) + national.slice(3) : national
}

function preparedAddress(
  address: MatchAddress,
  optional: (space: string, value: string | undefined) => Term | null,
  terms: Vocabulary,
): PreparedAddress {
  const street = address.street ? streetText(address.street) : ''
  return {
    street: street ? terms.add('street', street) : null,
    number: optional('number', address.number),
    district: optional('district', address.district),
    city: optional('city', address.city),
    state: optional('state', address.state),
    postalCode: optional('postal_code', address.postalCode?.replace(/[^0-9A-Za-z]/g, '')),
  }
}
