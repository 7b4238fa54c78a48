import { parsePhoneNumberFromString, type CountryCode, type PhoneNumber } from 'libphonenumber-js/min'

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

// The library's small metadata checks lengths only, so Brazil's numbering plan is written out here (Anatel's list of DDDs).
const DDD = '(?:[14689][1-9]|2[12478]|3[1-578]|5[1345]|7[134579])'
const BRAZIL_MOBILE = new RegExp(`^${DDD}9\\d{8}$`)
const BRAZIL_LANDLINE = new RegExp(`^${DDD}[2-5]\\d{7}$`)
/** 0800 and similar prefixes, and the national numbers without DDD (4004-1234). */
const BRAZIL_SERVICE = /^(?:[3589]00\d{6,7}|(?:300|40\d)\d{5})$/
/** A mobile in the format before 2016, which WhatsApp ids and old files still use. */
const BRAZIL_MOBILE_WITHOUT_NINE = /^(\d{2})([6-9]\d{7})$/
const MATCHED_DIGITS = 8

/** Parses a phone number as people and files write it; null when it is invalid. Adds the missing ninth digit of a Brazilian mobile. */
export function parsePhone(text: string, defaultCountry: CountryCode = 'BR'): ParsedPhone | null {
  if (text.length > 60) return null
  const read = parsePhoneNumberFromString(text, defaultCountry)
  const phone = read && withNinthDigit(read)
  if (!phone?.isValid()) return null
  const brazilian = phone.countryCallingCode === '55'
  const kind = brazilian ? kindOf(phone.nationalNumber) : 'other'
  if (!kind) return null
  return {
    e164: phone.number,
    matchKey: matchKeyOf(phone, brazilian),
    national: brazilian ? phone.formatNational() : phone.formatInternational(),
    kind,
  }
}

function withNinthDigit(phone: PhoneNumber): PhoneNumber | undefined {
  if (phone.countryCallingCode !== '55') return phone
  const old = BRAZIL_MOBILE_WITHOUT_NINE.exec(phone.nationalNumber)
  return old ? (parsePhoneNumberFromString(`+55${old[1]}9${old[2]}`) ?? phone) : phone
}

function kindOf(nationalNumber: string): ParsedPhone['kind'] | null {
  if (BRAZIL_MOBILE.test(nationalNumber)) return 'mobile'
  if (BRAZIL_LANDLINE.test(nationalNumber)) return 'landline'
  return BRAZIL_SERVICE.test(nationalNumber) ? 'other' : null
}

function matchKeyOf(phone: PhoneNumber, brazilian: boolean): string {
  const digits = phone.nationalNumber
  const rest = digits.slice(0, -MATCHED_DIGITS)
  const area = brazilian ? rest.slice(0, 2) : `+${phone.countryCallingCode}${rest}`
  return `${digits.slice(-MATCHED_DIGITS)}|${area}`
}

/** Formats a stored number: `+5511987657777` → `(11) 98765-7777`. */
export const formatPhone = (e164: string): string => e164.replace(/^\+55(\d{2})(\d{4,5})(\d{4})$/, '($1) $2-$3')

/** A stored number as its country code and the rest: `+59171234567` → `+591` and `71234567`. An unknown country code is part of the rest. */
export function splitPhone(e164: string): { country: string; national: string } {
  const phone = parsePhoneNumberFromString(e164)
  if (!phone) return { country: '', national: e164.replace(/\D/g, '') }
  return { country: `+${phone.countryCallingCode}`, national: phone.nationalNumber }
}
