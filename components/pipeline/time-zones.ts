import { env } from '@/lib/env'
import { zoneName } from './words'

/** The zones that the form offers first: Brazil, its neighbours, Portugal, Spain and the United States. */
const USUAL = [
  ...['America/Sao_Paulo', 'America/Manaus', 'America/Cuiaba', 'America/Belem', 'America/Fortaleza'],
  ...['America/Recife', 'America/Bahia', 'America/Rio_Branco', 'America/Noronha'],
  ...['America/Argentina/Buenos_Aires', 'America/Asuncion', 'America/Bogota', 'America/Caracas', 'America/La_Paz'],
  ...['America/Lima', 'America/Mexico_City', 'America/Montevideo', 'America/Panama', 'America/Santiago'],
  ...['America/New_York', 'America/Los_Angeles', 'Europe/Lisbon', 'Europe/Madrid', 'UTC'],
]

/** The choices of a time zone: the company's first, then the usual ones or all that exist, and `chosen` in any case. */
export function timeZoneOptions(isEvery: boolean, chosen: string): { value: string; label: string }[] {
  const company = env().COMPANY_TIME_ZONE
  const others = isEvery ? [...Intl.supportedValuesOf('timeZone'), 'UTC'] : [...USUAL, chosen].toSorted()
  return [...new Set([company, ...others])].map((value) => ({ value, label: zoneName(value) }))
}
