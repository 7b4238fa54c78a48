import { parsePhoneNumberFromString, type CountryCode, type PhoneNumber } from 'libphonenumber-js/max'
import { readPhoneText } from './phone-text'

export type { CountryCode }

export type ParsedPhone = {
  /** `+5511987657777`: what is stored and compared. */
  e164: string
  /** Last eight digits + `|` + DDD, so that a search needs neither the ninth digit, the DDD nor the country code. */
  matchKey: string
  /** `(11) 98765-7777`; numbers of other countries in international form. */
  national: string
  /** `other`: toll-free, shared cost, or a number of a country where mobiles and landlines look alike. */
  kind: 'mobile' | 'landline' | 'other'
}

// Anatel's list of DDDs. The library also accepts mobiles that are not assigned.
const DDD = '(?:[14689][1-9]|2[12478]|3[1-578]|5[1345]|7[134579])'
const BRAZIL_MOBILE = new RegExp(`^${DDD}9\\d{8}$`)
const BRAZIL_LANDLINE = new RegExp(`^${DDD}[2-5]\\d{7}$`)
/** 0800 and similar prefixes, and the national numbers without DDD (4004-1234). */
const BRAZIL_SERVICE = /^(?:[3589]00\d{6,7}|(?:300|40\d)\d{5})$/
/** A mobile in the format before 2016, which WhatsApp ids and old files still use. */
const BRAZIL_MOBILE_WITHOUT_NINE = /^(\d{2})([6-9]\d{7})$/
/** In 2019 Mexico abolished the 1 after its country code and the prefixes for calls to mobiles. */
const MEXICAN_PREFIX = /^(?:1|01|044|045)(?=\d{10}$)/
const MATCHED_DIGITS = 8

/**
 * Parses a phone number as people and files write it; null when it is invalid. `country` decides how a number without
 * `+` and country code is read. Adds the missing ninth digit of a Brazilian mobile.
 */
export function parsePhone(text: string, country: CountryCode = 'BR'): ParsedPhone | null {
  if (text.length > 200) return null
  const written = readPhoneText(text)
  if (!written) return null
  return (
    readings(written.number, country)
      .map(parsedOf)
      .find((phone) => phone !== null) ?? null
  )
}

/** A number that begins with its country code, without `+`, as WhatsApp writes it. */
export const parseInternational = (text: string): ParsedPhone | null => {
  const digits = readPhoneText(text)?.number.replace(/\D/g, '') ?? ''
  return digits.length >= 10 && !digits.startsWith('0') ? parsePhone(`+${digits}`) : null
}

/** Returns the possible readings of a number, the most likely first. */
function readings(number: string, country: CountryCode): PhoneNumber[] {
  const digits = number.replace(/\D/g, '')
  const international = /^00[1-9]/.test(digits) ? `+${digits.slice(2)}` : null
  const texts = number.startsWith('+') ? [number] : [number, ...(international ? [international] : [])]
  // Only Argentine and Mexican mobiles begin like this, with the digit that marks a mobile.
  if (!number.startsWith('+') && /^(?:549\d{10}|521\d{10})$/.test(digits)) texts.push(`+${digits}`)
  return texts
    .map((text) => parsePhoneNumberFromString(text, { defaultCountry: country, extract: false }))
    .filter((phone) => phone !== undefined)
    .map((phone) => withCurrentDigits(phone))
}

function parsedOf(phone: PhoneNumber): ParsedPhone | null {
  if (!phone.isValid()) return null
  const brazilian = phone.countryCallingCode === '55'
  const kind = brazilian ? kindOf(phone.nationalNumber) : foreignKind(phone)
  if (!kind) return null
  return {
    e164: phone.number,
    matchKey: matchKeyOf(phone, brazilian),
    national: brazilian ? phone.formatNational() : phone.formatInternational(),
    kind,
  }
}

/** Updates a number to its current form: adds the 9 of a Brazilian mobile, removes the 1 of a Mexican number. */
function withCurrentDigits(phone: PhoneNumber): PhoneNumber {
  const current = ({ 55: withNinthDigit, 52: withoutMexicanPrefix } as const)[String(phone.countryCallingCode)]
  return (current && parsePhoneNumberFromString(current(phone.nationalNumber))) ?? phone
}

const withNinthDigit = (national: string) => `+55${national.replace(BRAZIL_MOBILE_WITHOUT_NINE, '$19$2')}`
const withoutMexicanPrefix = (national: string) => `+52${national.replace(MEXICAN_PREFIX, '')}`

function kindOf(nationalNumber: string): ParsedPhone['kind'] | null {
  if (BRAZIL_MOBILE.test(nationalNumber)) return 'mobile'
  if (BRAZIL_LANDLINE.test(nationalNumber)) return 'landline'
  return BRAZIL_SERVICE.test(nationalNumber) ? 'other' : null
}

function foreignKind(phone: PhoneNumber): ParsedPhone['kind'] {
  const type = phone.getType()
  return type === 'MOBILE' ? 'mobile' : type === 'FIXED_LINE' ? 'landline' : 'other'
}

function matchKeyOf(phone: PhoneNumber, brazilian: boolean): string {
  const digits = phone.nationalNumber
  const rest = digits.slice(0, -MATCHED_DIGITS)
  const area = brazilian ? rest.slice(0, 2) : `+${phone.countryCallingCode}${rest}`
  return `${digits.slice(-MATCHED_DIGITS)}|${area}`
}

/** Formats a stored number: `+5511987657777` → `(11) 98765-7777`. */
export const formatPhone = (e164: string): string => e164.replace(/^\+55(\d{2})(\d{4,5})(\d{4})$/, '($1) $2-$3')

/** Splits a stored number into its country code and the rest: `+59171234567` → `+591` and `71234567`. An unknown code stays in the rest. */
export function splitPhone(e164: string): { country: string; national: string } {
  const phone = parsePhoneNumberFromString(e164)
  if (!phone) return { country: '', national: e164.replace(/\D/g, '') }
  return { country: `+${phone.countryCallingCode}`, national: phone.nationalNumber }
}
