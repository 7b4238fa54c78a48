import { fieldAt, levelsOf, MISSING, NEARLY_UNIQUE, SHARED_IN_HOUSEHOLD } from './fields'
import type { Pattern } from './compare/records'
import type { PairReason, PairScore } from './types'
import type { Frequencies, Term } from './vocabulary'

/** How probable each level of a field is between two records of one customer, of two strangers, and of two people of one household. */
export type FieldModel = { match: number[]; random: number[]; household: number[] }

/** The Fellegi–Sunter model: a mixture of three kinds of pairs. `fields` is in the order of a pattern. */
export type Model = {
  /** The share of matches and of pairs of one household among all pairs of records. */
  matchShare: number
  householdShare: number
  /** How many records the shares refer to. */
  records: number
  fields: FieldModel[]
}

/** The model for another number of records: each record has as many duplicates and housemates as before, among more or fewer pairs. */
export function scaledTo(model: Model, records: number): Model {
  const factor = model.records / Math.max(records, 1000)
  return {
    ...model,
    records,
    matchShare: model.matchShare * factor,
    householdShare: model.householdShare * factor,
  }
}

/** A value of up to this many records may come from duplicates of one customer, so it counts as unique. */
const DUPLICATES_MAX = 3
/** A rare value weighs at most this many times more than the average one. */
const RARITY_MAX = 4

/**
 * The probability that two strangers have this value in common, divided by the same for the average value. Above 1 for frequent values, such
 * as the surname Silva or a phone number that is a placeholder.
 */
export function frequencyRatio(
  at: number,
  average: number,
  value: Term | string | null | undefined,
  frequencies: Frequencies,
): number {
  if (!value || !frequencies.records) return 1
  const count = typeof value === 'string' ? frequencies.countOf(value) : value.count
  if (!count) return 1
  const share = Math.max(0, count - DUPLICATES_MAX) / frequencies.records
  const least = NEARLY_UNIQUE.has(fieldAt(at)) ? average : average / RARITY_MAX
  return Math.max(share, least) / average
}

export type Likelihoods = { match: number; random: number; household: number }

/** The natural logarithms of the shares of the three kinds of pairs with this pattern. */
export function likelihoodsOf(model: Model, pattern: Pattern, frequencies: Frequencies): Likelihoods {
  let match = Math.log(model.matchShare)
  let random = Math.log(1 - model.matchShare - model.householdShare)
  let household = Math.log(model.householdShare)
  for (let at = 0; at < pattern.levels.length; at++) {
    const level = pattern.levels[at]!
    const field = model.fields[at]
    if (level === MISSING || !field) continue
    const ratio = Math.log(frequencyRatio(at, field.random[level]!, pattern.shared[at], frequencies))
    match += Math.log(field.match[level]!)
    random += Math.log(field.random[level]!) + ratio
    household += Math.log(field.household[level]!) + (SHARED_IN_HOUSEHOLD.has(fieldAt(at)) ? 0 : ratio)
  }
  return { match, random, household }
}

/** The natural logarithm of the odds that a pair is a match. */
export function logOddsOf({ match, random, household }: Likelihoods): number {
  const most = Math.max(random, household)
  return match - most - Math.log(Math.exp(random - most) + Math.exp(household - most))
}

export const probabilityOf = (logOdds: number): number => 1 / (1 + Math.exp(-logOdds))

/** The score of a pair with the reasons that explain it, the strongest first. */
export function scoreOf(model: Model, pattern: Pattern, frequencies: Frequencies): PairScore {
  const logOdds = logOddsOf(likelihoodsOf(model, pattern, frequencies))
  return {
    weight: logOdds / Math.LN2,
    probability: probabilityOf(logOdds),
    reasons: reasonsOf(model, pattern, frequencies),
  }
}

function reasonsOf(model: Model, { levels, shared }: Pattern, frequencies: Frequencies): PairReason[] {
  const reasons: PairReason[] = []
  levels.forEach((level, at) => {
    const field = model.fields[at]
    if (level === MISSING || !field) return
    const ratio = frequencyRatio(at, field.random[level]!, shared[at], frequencies)
    const weight = Math.log2(field.match[level]! / field.random[level]! / ratio)
    reasons.push({
      field: fieldAt(at),
      level: levelsOf(at)[level],
      weight: Math.round(weight * 100) / 100,
    } as PairReason)
  })
  return reasons.sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight))
}
