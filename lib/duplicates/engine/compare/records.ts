import { FIELDS, MISSING } from '../fields'
import type { Prepared, PreparedAddress } from '../prepare'
import { REASON_LEVELS, type ReasonField } from '../types'
import type { Term } from '../vocabulary'
import { compareNames } from './names'
import {
  compareBirths,
  compareDocuments,
  compareEmails,
  compareNumbers,
  comparePhones,
  comparePhrases,
  comparePostalCodes,
} from './values'

/** The result of comparing two records: for each field the index of its level, and the value that both have. */
export type Pattern = { levels: Int8Array; shared: (Term | string | null)[] }

const INDEX = Object.fromEntries(FIELDS.map((field, at) => [field, at])) as Record<ReasonField, number>
const LEVEL = Object.fromEntries(
  Object.entries(REASON_LEVELS).map(([field, levels]) => [field, new Map(levels.map((level, at) => [level, at]))]),
) as unknown as Record<ReasonField, ReadonlyMap<string, number>>

export const newPattern = (others: number): Pattern => ({
  levels: new Int8Array(FIELDS.length + others),
  shared: Array.from({ length: FIELDS.length + others }, () => null),
})

type Compare<T> = (a: T, b: T) => string

/** Compares two records of the same kind. Writes into `pattern`, so that many comparisons need no memory. */
export function comparePrepared(a: Prepared, b: Prepared, pattern: Pattern): Pattern {
  pattern.levels.fill(MISSING)
  pattern.shared.fill(null)
  if (a.isCompany) setBest(pattern, 'company_name', a.companyNames, b.companyNames, compareCompanies)
  else setNames(pattern, a, b)
  setOne(pattern, 'birth_date', a.birth, b.birth, compareBirths)
  setOne(pattern, 'document', a.document, b.document, compareDocuments)
  setBest(pattern, 'phone', a.phones, b.phones, comparePhones)
  setBest(pattern, 'email', a.emails, b.emails, compareEmails)
  if (a.addresses.length && b.addresses.length) setAddress(pattern, a.addresses, b.addresses)
  setOne(pattern, 'sex', a.sex, b.sex, isSame)
  for (let at = 0; at < a.others.length; at++)
    setOne(pattern, 'other', a.others[at]!, b.others[at]!, comparePhrases, FIELDS.length + at)
  return pattern
}

function setAddress(pattern: Pattern, a: readonly PreparedAddress[], b: readonly PreparedAddress[]) {
  const [x, y] = closestAddresses(a, b)
  setOne(pattern, 'street', x.street, y.street, comparePhrases)
  setOne(pattern, 'house_number', x.number, y.number, compareNumbers)
  setOne(pattern, 'district', x.district, y.district, comparePhrases)
  setOne(pattern, 'city', x.city, y.city, comparePhrases)
  setOne(pattern, 'state', x.state, y.state, isSame)
  setOne(pattern, 'postal_code', x.postalCode, y.postalCode, comparePostalCodes)
}

function set(
  pattern: Pattern,
  field: ReasonField,
  level: string | null,
  shared: Term | string | null,
  at = INDEX[field],
) {
  if (level === null) return
  pattern.levels[at] = LEVEL[field].get(level)!
  pattern.shared[at] = level === 'same' || level === 'partial' ? shared : null
}

function setOne<T extends Term | string>(
  p: Pattern,
  field: ReasonField,
  a: T | null,
  b: T | null,
  compare: Compare<T>,
  at = INDEX[field],
) {
  if (a && b) set(p, field, compare(a, b), a, at)
}

const isSame = (a: Term, b: Term) => (a === b ? 'same' : 'different')

function compareCompanies(a: Term, b: Term): 'same' | 'partial' | 'similar' | 'different' {
  const level = comparePhrases(a, b)
  if (level !== 'different') return level
  const isShared = (word: string) => b.words.includes(word)
  return isShared(a.words[0]!) && a.words.slice(1).some(isShared) ? 'partial' : 'different'
}

/** Sets the level of the two values that are most alike. */
function setBest<T extends Term | string>(
  pattern: Pattern,
  field: ReasonField,
  a: readonly T[],
  b: readonly T[],
  compare: Compare<T>,
) {
  let least = Infinity
  for (const x of a)
    for (const y of b) {
      const level = compare(x, y)
      const rank = LEVEL[field].get(level)!
      if (rank >= least) continue
      least = rank
      set(pattern, field, level, x)
    }
}

/** Sets the levels of the two names that are most alike: a preferred name may equal the civil name of the other record. */
function setNames(pattern: Pattern, a: Prepared, b: Prepared) {
  let least = Infinity
  for (const x of a.names)
    for (const y of b.names) {
      const { given, family, sharedFamily } = compareNames(x, y)
      const rank = rankOf('given_name', given) + rankOf('family_name', family)
      if (rank >= least) continue
      least = rank
      set(pattern, 'given_name', given, x.given)
      set(pattern, 'family_name', family, sharedFamily)
    }
}

const rankOf = (field: ReasonField, level: string | null) =>
  level === null ? 0.5 : LEVEL[field].get(level)! / (LEVEL[field].size - 1)

/** The address of each record that have most parts in common. */
function closestAddresses(
  a: readonly PreparedAddress[],
  b: readonly PreparedAddress[],
): readonly [PreparedAddress, PreparedAddress] {
  let pair: readonly [PreparedAddress, PreparedAddress] = [a[0]!, b[0]!]
  if (a.length < 2 && b.length < 2) return pair
  let most = -1
  for (const x of a)
    for (const y of b) {
      const common = partsInCommon(x, y)
      if (common > most) {
        most = common
        pair = [x, y]
      }
    }
  return pair
}

const partsInCommon = (a: PreparedAddress, b: PreparedAddress) =>
  (a.street && a.street === b.street ? 3 : 0) +
  (a.number && a.number === b.number ? 1 : 0) +
  (a.postalCode && a.postalCode === b.postalCode ? 3 : 0) +
  (a.city && a.city === b.city ? 1 : 0)
