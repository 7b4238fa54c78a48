import type { PostalAddress } from '@/db/schema/contacts'
import { addressKey, addressLine } from '@/lib/values/postal-address'
import { withoutDecimals } from '@/lib/values/spreadsheet-numbers'
import { plainText } from '@/lib/values/visible-text'
import { headerKey } from '../../reading/headers'
import { TARGET_GROUPS } from '../targets'
import { COUNTRIES, STATES } from '../../row/places'
import type { CustomerRow, RowPoint } from './types'

const PARTS = TARGET_GROUPS.address
const PART_CHARS_MAX = 200

/** The row's address. Without a street, city or state it is left out, since nothing could be sent to it. */
export function parsePostalAddress(row: CustomerRow): RowPoint[] {
  const filled = PARTS.filter((part) => row.text(part))
  if (!filled.some((part) => part !== 'country')) return []
  const country = row.text('country') ? COUNTRIES.get(headerKey(row.text('country'))) : 'BR'
  const state = country === 'BR' ? STATES.get(headerKey(row.text('state'))) : optional(row, 'state')
  const whole =
    row.text('street') &&
    row.text('city') &&
    country &&
    (country !== 'BR' || state) &&
    !filled.some((p) => row.text(p).length > PART_CHARS_MAX)
  if (!whole) {
    row.leaveOut('address_incomplete', filled[0]!)
    return []
  }
  const address: PostalAddress = {
    street: row.text('street'),
    number: optional(row, 'number'),
    complement: optional(row, 'complement'),
    district: optional(row, 'district'),
    city: row.text('city'),
    state,
    postalCode: postalCode(row, country),
    country,
  }
  return [{ channel: 'address', value: addressLine(address), normalized: addressKey(address), matchKey: null, address }]
}

const optional = (row: CustomerRow, part: (typeof PARTS)[number]) => row.text(part) || undefined

const POSTAL_CODE = /^(?:cep\s*[:.]?\s*)?(\d{1,2})\.?(\d{3})[-\s]?(\d{3})$/i

/** Eight digits in Brazil; a spreadsheet may have removed a leading zero or added `.0`. */
function postalCode(row: CustomerRow, country: string): string | undefined {
  const text = row.text('postalCode')
  if (country !== 'BR' || !text) return text || undefined
  const whole = withoutDecimals(text)
  const digits = POSTAL_CODE.exec(plainText(whole ?? text))
    ?.slice(1)
    .join('')
  if (!digits || /^0+$/.test(digits)) {
    row.leaveOut('postal_code_unreadable', 'postalCode')
    return undefined
  }
  if (whole) row.hint('decimals_dropped', 'postalCode')
  if (digits.length === 7) row.hint('zeros_restored', 'postalCode')
  return digits.padStart(8, '0')
}
