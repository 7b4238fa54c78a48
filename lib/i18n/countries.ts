import type { Locale } from './locale'

const names = new Map<Locale, Intl.DisplayNames>()

/** The name of a country, such as `Brasil`. A code that is not in the list of ISO 3166 is returned unchanged. */
export function countryName(code: string, locale: Locale): string {
  const known = names.get(locale) ?? new Intl.DisplayNames(locale, { type: 'region' })
  names.set(locale, known)
  return /^[A-Z]{2}$/.test(code) ? (known.of(code) ?? code) : code
}
