import { parsePhone, type ParsedPhone } from '@/lib/values/phones'
import type { Target } from '../targets'
import type { RowReader } from './reader'
import type { Channel, RowPoint } from './types'

type Columns = { number: Target; ddd?: Target; channel?: Channel }

const COLUMNS: Columns[] = [
  { number: 'mobile', ddd: 'mobileDdd' },
  { number: 'whatsapp', channel: 'whatsapp' },
  { number: 'phone', ddd: 'phoneDdd' },
  { number: 'phone2', ddd: 'phone2Ddd' },
]

/** The row's phones. The number, not the column name, decides whether it is a mobile or a landline. */
export function readPhones(row: RowReader): RowPoint[] {
  return COLUMNS.flatMap((columns) => readColumn(row, columns))
}

function readColumn(row: RowReader, { number, ddd, channel }: Columns): RowPoint[] {
  const text = row.text(number)
  if (!text) return []
  const numbers = splitNumbers(text, ddd ? row.text(ddd) : '')
  if (!numbers) {
    row.leaveOut('phone_unreadable', number)
    return []
  }
  return numbers.map((phone) => ({
    channel: channel ?? (phone.kind === 'mobile' ? 'mobile' : 'landline'),
    value: phone.national,
    normalized: phone.e164,
    matchKey: phone.matchKey,
    address: null,
  }))
}

const digitsOf = (text: string) => text.replace(/\D/g, '')

/** All numbers of a cell, or null when one of them is not a phone. Endings like `34412222/1111` are not guessed. */
export function splitNumbers(text: string, ddd: string): ParsedPhone[] | null {
  const area = digitsOf(ddd)
  const pieces = text
    .split(/[/;,|]| (?:ou|e|o|y|or|and) /i)
    .map((piece) => piece.trim())
    .filter(Boolean)
  const read = pieces.flatMap((piece) => glued(piece, area)).map((piece) => readNumber(piece, area))
  return read.length && read.every((phone) => phone !== null) ? read : null
}

/** Two numbers written as one, e.g. 3231159088324692. */
function glued(piece: string, area: string): string[] {
  const digits = digitsOf(piece)
  const half = digits.length / 2
  const twice = area && (half === 8 || (half === 9 && digits[0] === '9' && digits[9] === '9'))
  return twice ? [digits.slice(0, half), digits.slice(half)] : [piece]
}

/** The area code may be in its own column, in both columns, or split (`01` + `131479192`). */
function readNumber(piece: string, area: string): ParsedPhone | null {
  if (!area || piece.startsWith('+')) return parsePhone(piece)
  const digits = digitsOf(piece)
  const bare = area.replace(/^0+/, '')
  const repeated = digits.startsWith(bare) && digits.length >= 10 && bare.length === 2
  return (
    (repeated && parsePhone(digits)) ||
    parsePhone((area + digits).replace(/^0+(?!800)/, '')) ||
    (/^0?[3589]00/.test(digits) ? parsePhone(digits) : null)
  )
}
