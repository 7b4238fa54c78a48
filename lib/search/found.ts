import type { Shapes } from './detect'

/** One row of a probe. `root` is the surviving record: the customer itself, or the one that absorbed it. */
export type Found = {
  probe: 'id' | 'number' | 'document' | 'email' | 'phone' | 'name_start' | 'name_words' | 'name_similar'
  /** The value that the probe is ordered by; for a name its search key. */
  key: string
  id: string
  root: string
  /** The document type, the channel, which of the names, or the id of the document with that number. */
  detail: string
}

const MATCHES = [
  'id',
  'id_block',
  'cpf',
  'cpf_root',
  'cnpj',
  'cnpj_root',
  'document',
  'document_number',
  'email',
  'email_start',
  'phone',
  'phone_without_9',
  'phone_without_ddd',
  'phone_without_ddd_and_9',
  'name',
  'preferred_name',
  'name_similar',
  'preferred_name_similar',
] as const
export type MatchedBy = (typeof MATCHES)[number]

/** Which value of a hit matched, for the label beside it (F9). */
export function matchedBy(found: Found, shapes: Shapes): MatchedBy {
  if (found.probe === 'id') return shapes.id?.whole ? 'id' : 'id_block'
  if (found.probe === 'number') return 'document_number'
  if (found.probe === 'document')
    return documentMatch(found, [shapes.document?.number, shapes.document?.padded?.number])
  if (found.probe === 'email') return found.key === `${shapes.email?.text} email` ? 'email' : 'email_start'
  if (found.probe === 'phone') return phoneMatch(found, shapes)
  const name = found.detail === 'preferred_name' ? 'preferred_name' : 'name'
  return found.probe === 'name_similar' ? `${name}_similar` : name
}

function documentMatch({ key, detail }: Found, whole: (string | undefined)[]): MatchedBy {
  if (detail !== 'cpf' && detail !== 'cnpj') return 'document'
  return whole.includes(key) ? detail : `${detail}_root`
}

function phoneMatch({ detail }: Found, { phone }: Shapes): MatchedBy {
  const missesNine = !phone?.nine && !phone?.before && detail !== 'landline'
  const missesDdd = !phone?.ddd && !phone?.before
  if (missesDdd) return missesNine ? 'phone_without_ddd_and_9' : 'phone_without_ddd'
  return missesNine ? 'phone_without_9' : 'phone'
}
