import { createHash } from 'node:crypto'
import type { Prepared } from '../engine/prepare'
import type { Term } from '../engine/vocabulary'

/** A hash of the values of both records that are compared. It changes only when one of these values does. */
export function evidenceOf(a: Prepared, b: Prepared): string {
  const [first, second] = a.id < b.id ? [a, b] : [b, a]
  return createHash('sha256')
    .update(JSON.stringify([valuesOf(first), valuesOf(second)]))
    .digest('base64url')
    .slice(0, 22)
}

const valuesOf = (record: Prepared) => [
  record.names.map(({ given, family }) => textsOf([given, ...family])),
  textsOf(record.companyNames),
  textsOf([record.birth, record.sex]),
  record.document,
  [...record.phones].sort(),
  [...record.emails].sort(),
  record.addresses
    .map((one) => textsOf([one.street, one.number, one.district, one.city, one.state, one.postalCode]).join('|'))
    .sort(),
]

const textsOf = (terms: readonly (Term | null)[]): string[] => terms.map((term) => term?.text ?? '')
