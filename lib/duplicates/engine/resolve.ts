import { Blocks } from './blocks'
import { clusterPairs, type WeightedPair } from './cluster'
import { comparePrepared, newPattern } from './compare/records'
import { spacesOf } from './fields'
import { blockingHashes } from './keys'
import { learnModel, PatternCounts, sampleRandomPairs } from './learn/learn'
import { likelihoodsOf, logOddsOf, type Model } from './model'
import { prepare, type Prepared } from './prepare'
import type { MatchRecord } from './types'
import { Vocabulary } from './vocabulary'

/** Blocks with more records are skipped: their key says too little. */
export const BLOCK_MAX = 100
/** The same for weak keys among all customers, of whom most pairs would otherwise be namesakes in one city. */
export const WEAK_BLOCK_MAX = 30
const RANDOM_PAIRS_MAX = 200_000
const RANDOM_PAIRS_PER_RECORD = 30

export type Resolved = {
  /** For each record the index of its group's first record. */
  groups: Int32Array
  candidates: number
  pairs: WeightedPair[]
  model: Model
}

/** Finds the records of one customer in a list that fits into memory, with a model that is learnt from the list itself. */
export function resolveRecords(
  records: readonly MatchRecord[],
  {
    random,
    model: fixed,
    onCandidate,
  }: { random: () => number; model?: Model; onCandidate?: (a: number, b: number) => void },
): Resolved {
  const terms = new Vocabulary()
  const columns = [...new Set(records.flatMap((record) => Object.keys(record.others ?? {})))]
  const prepared = records.map((record) => prepare(record, terms, columns))
  const blocks = new Blocks()
  for (const record of prepared) blocks.add(blockingHashes(record))
  const pattern = newPattern(columns.length)
  const counts = new PatternCounts()
  const sealed = blocks.seal(BLOCK_MAX)
  sealed.forEachPair((a, b) => {
    if (prepared[a]!.isCompany !== prepared[b]!.isCompany) return
    onCandidate?.(a, b)
    counts.add(comparePrepared(prepared[a]!, prepared[b]!, pattern))
  })
  const model =
    fixed ??
    learnModel({
      candidates: counts,
      random: sampleRandomPairs(
        prepared,
        Math.min(RANDOM_PAIRS_MAX, prepared.length * RANDOM_PAIRS_PER_RECORD),
        random,
      ),
      records: prepared.length,
      samePairs: spacesOf(columns).map((space) => (space ? terms.samePairs(space) : null)),
    })
  const logOdds = (a: Prepared, b: Prepared) => logOddsOf(likelihoodsOf(model, comparePrepared(a, b, pattern), terms))
  const pairs: WeightedPair[] = []
  sealed.forEachPair((a, b) => {
    if (prepared[a]!.isCompany !== prepared[b]!.isCompany) return
    const odds = logOdds(prepared[a]!, prepared[b]!)
    if (odds > 0) pairs.push({ a, b, logOdds: odds })
  })
  const groups = clusterPairs(prepared.length, pairs, (a, b) => logOdds(prepared[a]!, prepared[b]!))
  return { groups, candidates: counts.pairs, pairs, model }
}
