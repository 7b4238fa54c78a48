import { isScientific } from '@/lib/values/spreadsheet-numbers'
import { readPhoneText } from '@/lib/values/phone-text'
import { parseInternational, parsePhone, type CountryCode, type ParsedPhone } from '@/lib/values/phones'
import type { Target } from '../targets'
import { countryOf } from './country'
import type { Channel, CustomerRow, RowPoint } from './types'

type Columns = { number: Target; ddd: readonly Target[]; channel?: Channel; mobile?: true }

/** `ddd`: the columns with the area code; the first one with a value is used. */
const COLUMNS: Columns[] = [
  { number: 'mobile', ddd: ['mobileDdd', 'phoneDdd'], mobile: true },
  { number: 'mobile2', ddd: ['mobileDdd', 'phoneDdd'], mobile: true },
  { number: 'whatsapp', ddd: ['mobileDdd', 'phoneDdd'], channel: 'whatsapp', mobile: true },
  { number: 'phone', ddd: ['phoneDdd'] },
  { number: 'phone2', ddd: ['phone2Ddd', 'phoneDdd'] },
  { number: 'phone3', ddd: ['phoneDdd'] },
]

type Number = ParsedPhone & { label: string | null }

/** Returns the row's phones. The number shows whether it is a mobile or a landline; where it does not, the column decides. */
export const readPhones = (row: CustomerRow): RowPoint[] => COLUMNS.flatMap((columns) => readColumn(row, columns))

function readColumn(row: CustomerRow, { number, ddd, channel, mobile }: Columns): RowPoint[] {
  const text = row.text(number)
  if (!text) return []
  const country = countryOf(row)
  const area = ddd.map((target) => row.text(target)).find(Boolean) ?? ''
  const { phones, unread, decimals, remark } = splitNumbers(text, area, {
    country,
    international: channel === 'whatsapp',
    mobile: mobile ?? false,
  })
  if (unread.length || remark) row.leaveOut(faultOf(text, phones.length, country), number)
  if (decimals) row.hint('decimals_dropped', number)
  return phones.map((phone) => ({
    channel: channel ?? channelOf(phone, mobile ?? false),
    value: phone.national,
    normalized: phone.e164,
    matchKey: phone.matchKey,
    address: null,
    ...(phone.label && { label: phone.label }),
  }))
}

function faultOf(text: string, read: number, country: CountryCode | null): string {
  if (read) return 'phone_part_unreadable'
  if (isScientific(text)) return 'phone_scientific'
  return country ? 'phone_unreadable' : 'phone_country_unknown'
}

/** In some countries mobiles and landlines have the same format, and in Argentina mobiles are often written without their 9. */
function channelOf({ kind, e164 }: ParsedPhone, mobile: boolean): Channel {
  if (kind === 'mobile') return 'mobile'
  return mobile && !e164.startsWith('+55') ? 'mobile' : 'landline'
}

const digitsOf = (text: string) => text.replace(/\D/g, '')

type Reading = { country?: CountryCode | null; international?: boolean; mobile?: boolean }
type Split = { phones: Number[]; unread: string[]; decimals: boolean; remark: string | null }

/** Returns the numbers in a cell and the pieces that are not numbers. A short ending as in `34412222/1111` is not completed. */
export function splitNumbers(text: string, ddd: string, reading: Reading = {}): Split {
  const area = digitsOf(ddd)
  const pieces = text
    .split(/\s*:::\s*|(?<!\b[cps])[/;|\n]|,(?!\d{1,2}$)| (?:ou|e|o|y|or|and) (?=[+(\d])/i)
    .map((piece) => piece.trim())
    .filter(Boolean)
    .flatMap((piece) => glued(piece, area))
  const split: Split = { phones: [], unread: [], decimals: false, remark: null }
  for (const piece of pieces) {
    const written = readPhoneText(piece)
    const phone = written && readNumber(written.number, area, reading)
    if (!phone || isFillerPhone(phone)) split.unread.push(piece)
    else split.phones.push({ ...phone, label: written.extension })
    if (written?.decimals) split.decimals = true
    if (phone && written.remark) split.remark = written.remark
  }
  return split
}

/** `(11) 99999-9999`, which people type instead of a phone number. */
const isFillerPhone = ({ e164 }: ParsedPhone) => /(\d)\1{7}$/.test(e164)

/** Two numbers written as one, e.g. 3231159088324692. */
function glued(piece: string, area: string): string[] {
  const digits = digitsOf(piece)
  if (digits.length !== piece.length) return [piece]
  const half = digits.length / 2
  const twice = area && (half === 8 || (half === 9 && digits[0] === '9' && digits[9] === '9'))
  return twice ? [digits.slice(0, half), digits.slice(half)] : [piece]
}

/** The area code may be in its own column, in both columns, or split (`01` + `131479192`). */
function readNumber(
  number: string,
  area: string,
  { country = 'BR', international, mobile }: Reading,
): ParsedPhone | null {
  if (number.startsWith('+')) return parsePhone(number)
  if (!country) return null
  const read = (text: string) => parsePhone(text, country)
  const digits = digitsOf(number)
  const local =
    (area && (joined(area, digits, read) ?? (/^0?[3589]00/.test(digits) ? read(digits) : null))) || read(number)
  const phone = local ?? (international ? parseInternational(number) : null)
  return phone && mobile ? withArgentineNine(phone) : phone
}

function joined(area: string, digits: string, read: (text: string) => ParsedPhone | null): ParsedPhone | null {
  const bare = area.replace(/^0+/, '')
  const repeated = digits.startsWith(bare) && digits.length >= 10 && bare.length === 2
  return (repeated ? read(digits) : null) ?? read((area + digits).replace(/^0+(?!800)/, ''))
}

/** In Argentina mobiles are written without the 9 that calls and messages from abroad need. */
const withArgentineNine = (phone: ParsedPhone): ParsedPhone =>
  (phone.kind === 'landline' && /^\+54(?!9)/.test(phone.e164) && parsePhone(phone.e164.replace('+54', '+549'))) || phone
