import { comparePrepared, newPattern, type Pattern } from '../compare/records'
import { FIELDS, fieldAt, levelsOf, MISSING, NEARLY_UNIQUE, SHARED_IN_HOUSEHOLD } from '../fields'
import { type FieldModel, likelihoodsOf, type Model } from '../model'
import type { Prepared } from '../prepare'
import { NO_FREQUENCIES, type Term } from '../vocabulary'

/** Pairs with the same pattern, frequencies of values apart. */
export type PatternCount = { levels: Int8Array; pairs: number }

const ROUNDS_MAX = 200
const SETTLED = 1e-6
/** The least share of a level: no result is impossible. */
const FLOOR = 1e-9
const LETTERS = '-abcdefghij'

/** Counts equal patterns, so that a round of EM costs the same for any number of pairs. */
export class PatternCounts {
  private readonly counts = new Map<string, PatternCount>()
  pairs = 0

  add({ levels }: Pattern): void {
    this.pairs++
    let key = ''
    for (let at = 0; at < levels.length; at++) key += LETTERS[levels[at]! + 1]
    const found = this.counts.get(key)
    if (found) found.pairs++
    else this.counts.set(key, { levels: levels.slice(), pairs: 1 })
  }

  list(): PatternCount[] {
    return [...this.counts.values()]
  }
}

/** Compares pairs of records drawn at random, of which hardly any is a match. */
export function sampleRandomPairs(records: readonly Prepared[], pairs: number, random: () => number): PatternCounts {
  const counts = new PatternCounts()
  const pattern = newPattern(records[0]?.others.length ?? 0)
  for (let drawn = 0; drawn < pairs && records.length > 1; drawn++) {
    const a = records[Math.floor(random() * records.length)]!
    const b = records[Math.floor(random() * records.length)]!
    if (a !== b && a.isCompany === b.isCompany) counts.add(comparePrepared(a, b, pattern))
  }
  return counts
}

export type Evidence = {
  candidates: PatternCounts
  random: PatternCounts
  records: number
  /** How many pairs have the same value of a field; null where that is not counted. */
  samePairs: readonly (number | null)[]
}

/**
 * Learns the model without labels, by expectation maximisation. `candidates` are the pairs that share a blocking key; all other pairs of the
 * records count as strangers. What strangers have in common is counted in `random`. Two counts are too small for a sample: the
 * pairs with the same value (`samePairs`, by field), less the matches among them, and values that are nearly unique, which the candidates show.
 */
export function learnModel({ candidates, random, records, samePairs }: Evidence): Model {
  const allPairs = Math.max(1, (records * (records - 1)) / 2)
  const patterns = candidates.list()
  let model = firstModel(random, records, allPairs, patterns[0]?.levels.length ?? FIELDS.length)
  for (let round = 0; round < ROUNDS_MAX; round++) {
    const next = improved(model, patterns, random, samePairs)
    const change = Math.abs(Math.log(next.matchShare / model.matchShare))
    model = next
    if (change < SETTLED) break
  }
  return model
}

function firstModel(random: PatternCounts, records: number, allPairs: number, fields: number): Model {
  const shares = sharesOf(random.list(), fields, (pattern) => pattern.pairs)
  return {
    records,
    matchShare: (0.1 * records) / allPairs,
    householdShare: (0.1 * records) / allPairs,
    fields: shares.map(({ shares: own }, at): FieldModel => {
      const match = levelsOf(at).map((_, level, all) => (level === 0 ? 0.85 : 0.15 / (all.length - 1)))
      const strangers = normalised(own.map((share) => share + 1e-5))
      const household = SHARED_IN_HOUSEHOLD.has(fieldAt(at)) ? match : strangers
      return { match, random: strangers, household }
    }),
  }
}

function improved(
  model: Model,
  patterns: readonly PatternCount[],
  random: PatternCounts,
  samePairs: Evidence['samePairs'],
): Model {
  const allPairs = Math.max(1, (model.records * (model.records - 1)) / 2)
  const kinds = patterns.map((pattern) => responsibilities(model, pattern))
  const countsOf = (kind: 'match' | 'household' | 'random') =>
    sharesOf(patterns, model.fields.length, (pattern, at) => pattern.pairs * kinds[at]![kind])
  const totalOf = (kind: 'match' | 'household') =>
    patterns.reduce((sum, { pairs }, at) => sum + pairs * kinds[at]![kind], 0.5) / allPairs
  const [matches, households, strangers] = [countsOf('match'), countsOf('household'), countsOf('random')]
  const sampled = sharesOf(random.list(), model.fields.length, (pattern) => pattern.pairs)
  return {
    ...model,
    matchShare: totalOf('match'),
    householdShare: totalOf('household'),
    fields: model.fields.map((_, at) => {
      const { counts, total } = sampled[at]!
      const known = (allPairs * total) / Math.max(1, random.pairs) || 1
      const isRare = NEARLY_UNIQUE.has(fieldAt(at))
      const shares = counts.map((count, level) =>
        isRare ? (strangers[at]!.counts[level]! + 0.5) / known : (count + 0.5) / (total + 0.5 * counts.length),
      )
      if (isRare) shares[shares.length - 1] = 1
      const same = samePairs[at]
      if (typeof same === 'number') shares[0] = Math.max(same - matches[at]!.counts[0]!, 0.5) / known
      const strange = normalised(shares)
      const household = SHARED_IN_HOUSEHOLD.has(fieldAt(at)) ? smoothed(households[at]!.counts) : strange
      return { random: strange, match: smoothed(matches[at]!.counts), household }
    }),
  }
}

function responsibilities(model: Model, { levels }: PatternCount) {
  const { match, random, household } = likelihoodsOf(model, { levels, shared: NOTHING_SHARED }, NO_FREQUENCIES)
  const most = Math.max(match, random, household)
  const [m, r, h] = [Math.exp(match - most), Math.exp(random - most), Math.exp(household - most)]
  const all = m + r + h
  return { match: m / all, random: r / all, household: h / all }
}

const NOTHING_SHARED: (Term | null)[] = []

/** For each field the weighted count of each level, their sum and their shares. Missing values are left out. */
function sharesOf(
  patterns: readonly PatternCount[],
  fields: number,
  weigh: (pattern: PatternCount, at: number) => number,
) {
  const counts = Array.from({ length: fields }, (_, at) => levelsOf(at).map(() => 0))
  patterns.forEach((pattern, index) => {
    const weight = weigh(pattern, index)
    for (let at = 0; at < fields; at++) {
      const level = pattern.levels[at]!
      if (level !== MISSING) counts[at]![level]! += weight
    }
  })
  return counts.map((own) => {
    const total = own.reduce((sum, count) => sum + count, 0)
    return { counts: own, total, shares: own.map((count) => (total ? count / total : 1 / own.length)) }
  })
}

/** Half a pair is added to each level, so that a level which never occurred is improbable and not impossible. */
const smoothed = (counts: readonly number[]): number[] => normalised(counts.map((count) => count + 0.5))

function normalised(counts: readonly number[]): number[] {
  const floored = counts.map((count) => Math.max(count, FLOOR))
  const total = floored.reduce((sum, count) => sum + count, 0)
  return floored.map((count) => count / total)
}
