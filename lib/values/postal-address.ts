import type { PostalAddress } from '@/db/schema/contacts'

export const BRAZILIAN_STATES = [
  'AC',
  'AL',
  'AP',
  'AM',
  'BA',
  'CE',
  'DF',
  'ES',
  'GO',
  'MA',
  'MT',
  'MS',
  'MG',
  'PA',
  'PB',
  'PR',
  'PE',
  'PI',
  'RJ',
  'RN',
  'RS',
  'RO',
  'RR',
  'SC',
  'SP',
  'SE',
  'TO',
] as const

const joined = (parts: (string | undefined)[], by: string) => parts.filter(Boolean).join(by)

/** `05422001` → `05422-001`; codes of other countries stay unchanged. */
export const formatPostalCode = ({ postalCode, country }: Pick<PostalAddress, 'postalCode' | 'country'>) =>
  country === 'BR' ? postalCode?.replace(/^(\d{5})(\d{3})$/, '$1-$2') : postalCode

/** Street, number and complement: `Rua dos Pinheiros, 870, ap. 42`. */
export const addressStreet = (a: PostalAddress) => joined([a.street, a.number, a.complement], ', ')

/** District, city, state and postal code: `Pinheiros · São Paulo, SP · 05422-001`. Outside Brazil also the country: its code unless a name is passed. */
export const addressPlace = (a: PostalAddress, country: string = a.country) =>
  joined(
    [a.district, joined([a.city, a.state], ', '), formatPostalCode(a), a.country === 'BR' ? undefined : country],
    ' · ',
  )

/** The whole address on one line. */
export const addressLine = (a: PostalAddress) => `${addressStreet(a)} · ${addressPlace(a)}`

/** A key that is equal for two spellings that differ only in case and spacing. */
export const addressKey = (a: PostalAddress) => addressLine(a).toLowerCase().replace(/\s+/g, ' ').trim()
