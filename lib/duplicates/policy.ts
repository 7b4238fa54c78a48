/** Pairs below this probability are not suggested. */
export const PROBABILITY_MIN = 0.5

export type PairIds = { customerId: string; otherId: string }

/** The key of a pair: the smaller id comes first. */
export const pairIds = (a: string, b: string): PairIds =>
  a < b ? { customerId: a, otherId: b } : { customerId: b, otherId: a }
