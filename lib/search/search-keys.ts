import { createHmac, hkdfSync } from 'node:crypto'
import { env } from '@/lib/env'
import { CPF_ROOT_LENGTH, isCnpj } from '@/lib/values/tax-id'
import type { SEARCH_KINDS } from '@/db/schema/keyed-searches'
import type { Shapes } from './detect'

/** A value that a search looked up, and what kind of value it is. */
export type SearchKey = { kind: (typeof SEARCH_KINDS)[number]; value: string }

/**
 * The values that a search looks up. A CPF counts by its first nine digits, because the last two follow from them. A whole CNPJ
 * does not also count as another document.
 */
export function keysOf({ document, email, phone }: Shapes): SearchKey[] {
  const { number = '', cpf, cnpj, other, padded } = document ?? {}
  return [
    ...(cpf ? [{ kind: 'cpf' as const, value: number.slice(0, CPF_ROOT_LENGTH) }] : []),
    ...(padded?.type === 'cpf' ? [{ kind: 'cpf' as const, value: padded.number.slice(0, CPF_ROOT_LENGTH) }] : []),
    ...(cnpj ? [{ kind: 'cnpj' as const, value: number }] : []),
    ...(other && !isCnpj(number) ? [{ kind: 'document' as const, value: number }] : []),
    ...(email ? [{ kind: 'email' as const, value: email.text }] : []),
    ...(phone ? [{ kind: 'phone' as const, value: [phone.lastEight, phone.ddd ?? phone.before].join('|') }] : []),
  ]
}

export const externalIdKey = (source: string, externalId: string): SearchKey => ({
  kind: 'external_id',
  value: `${source}\n${externalId}`,
})

/** Kinds of values that are never masked. Searches for them do not count against the budget. */
const PUBLIC_KINDS: readonly SearchKey['kind'][] = ['cnpj']

export const isLimited = ({ kind }: SearchKey): boolean => !PUBLIC_KINDS.includes(kind)

let key: Buffer | undefined
const hashing = () => (key ??= Buffer.from(hkdfSync('sha256', env().AUTH_SECRET, '', 'keyed search', 32)))

/** Returns the HMAC-SHA256 of a value, which shows whether two searches looked up the same value. Its key is not in the database. */
export const hashOf = ({ kind, value }: SearchKey): Buffer =>
  createHmac('sha256', hashing()).update(`${kind}\n${value}`).digest()
