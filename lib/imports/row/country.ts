import { isSupportedCountry, type CountryCode } from 'libphonenumber-js/max'
import { headerKey } from '../reading/headers'
import { COUNTRIES } from './places'
import type { RowReader } from './reader'

/** The country by which the local phones of a row are read: the row's, else the file's. Null when the row's is unknown. */
export function countryOf(row: RowReader): CountryCode | null {
  const text = row.text('country')
  const code = text ? COUNTRIES.get(headerKey(text)) : row.plan.country
  return code && isSupportedCountry(code) ? code : null
}
