import { isUuid } from '@/lib/values/ids'
import { REASON_LEVELS, type ReasonField } from './engine/types'

/** Ranges of the probability, from the likeliest, each with the probability from which it begins. */
export const LIKELIHOODS = { very_likely: 0.95, likely: 0.8, possible: 0 } as const

export type Likelihood = keyof typeof LIKELIHOODS

const NAMES = Object.keys(LIKELIHOODS) as Likelihood[]

export const likelihoodOf = (probability: number): Likelihood =>
  NAMES.find((name) => probability >= LIKELIHOODS[name]) ?? 'possible'

/** The lowest probability of a range, and the one where the next range begins. */
export function rangeOf(likelihood: Likelihood): { from: number; below: number } {
  const next = NAMES[NAMES.indexOf(likelihood) - 1]
  return { from: LIKELIHOODS[likelihood], below: next ? LIKELIHOODS[next] : Infinity }
}

/** The fields by which the queue can be filtered: those that the product compares. */
export const FILTER_FIELDS = (Object.keys(REASON_LEVELS) as ReasonField[]).filter((field) => field !== 'other')

export const PAIR_STATES = ['open', 'decided'] as const

/** The filters that the address of the queue may contain, in any combination. */
export type PairFilter = {
  /** Open pairs, or pairs that somebody decided are different. */
  state: (typeof PAIR_STATES)[number]
  likelihood?: Likelihood | undefined
  /** A field that is alike in both customers. */
  field?: ReasonField | undefined
  /** The store of one of the customers. */
  store?: string | undefined
  customer?: string | undefined
}

/** Parses the filter of an address. Unknown values are ignored. */
export const readPairFilter = (search: Record<string, string | undefined>): PairFilter => ({
  state: PAIR_STATES.find((state) => state === search.state) ?? 'open',
  likelihood: NAMES.find((name) => name === search.likelihood),
  field: FILTER_FIELDS.find((field) => field === search.field),
  store: isUuid(search.store) ? search.store : undefined,
  customer: isUuid(search.customer) ? search.customer : undefined,
})
