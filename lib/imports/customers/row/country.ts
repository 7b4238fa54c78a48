import { isSupportedCountry, type CountryCode } from 'libphonenumber-js/max'
import { headerKey } from '../../reading/headers'
import { COUNTRIES } from '../../row/places'
import type { CustomerRow } from './types'

/** Returns the country of a row's local phone numbers: the row's own, else the file's. Null if the row's country is not known. */
export function countryOf(row: CustomerRow): CountryCode | null {
  const text = row.text('country')
  const code = text ? COUNTRIES.get(headerKey(text)) : row.plan.country
  return code && isSupportedCountry(code) ? code : null
}
