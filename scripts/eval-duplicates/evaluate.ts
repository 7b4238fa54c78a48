import type { WeightedPair } from '@/lib/duplicates/engine/cluster'
import { type Model, probabilityOf } from '@/lib/duplicates/engine/model'
import { resolveRecords } from '@/lib/duplicates/engine/resolve'
import type { MatchRecord } from '@/lib/duplicates/engine/types'
import { randomOf } from '@/lib/values/random'

/** The labelled pairs with a probability from `from` to below the next line: how probable they were on average, and how many were matches. */
export type Calibration = { from: number; pairs: number; predicted: number; actual: number }

const CALIBRATED_FROM = [0.5, 0.8, 0.95, 0.99]

export type Figures = {
  records: number
  truePairs: number
  candidates: number
  blockingRecall: number
  precision: number
  recall: number
  f1: number
  /** Groups with records of several people, and people whose records are in several groups. */
  overMerged: number
  underMerged: number
  pairsPerSecond: number
  calibration: Calibration[]
  model: Model
}

/** Finds duplicates without looking at the labels, and counts how well. Pairs with an unlabelled record do not count. */
export function evaluate(
  records: readonly MatchRecord[],
  labels: readonly (string | number | null)[],
  model?: Model,
): Figures {
  let covered = 0
  const started = process.hrtime.bigint()
  const found = resolveRecords(records, {
    random: randomOf('eval:duplicates').next,
    ...(model && { model }),
    onCandidate: (a, b) => {
      if (labels[a] !== null && labels[a] === labels[b]) covered++
    },
  })
  const seconds = Number(process.hrtime.bigint() - started) / 1e9
  const labelled = [...labels.keys()].filter((at) => labels[at] !== null)
  const people = groupBy(labelled, (at) => labels[at]!)
  const groups = groupBy(labelled, (at) => found.groups[at]!)
  const truePairs = pairsIn(people)
  const foundPairs = pairsIn(groups)
  const both = pairsIn(groupBy(labelled, (at) => `${labels[at]!}\u0000${found.groups[at]!}`))
  const [precision, recall] = [ratio(both, foundPairs), ratio(both, truePairs)]
  return {
    records: records.length,
    truePairs,
    candidates: found.candidates,
    blockingRecall: ratio(covered, truePairs),
    precision,
    recall,
    f1: precision + recall ? (2 * precision * recall) / (precision + recall) : 0,
    overMerged: countMixed(groups, (at) => labels[at]!),
    underMerged: countMixed(people, (at) => found.groups[at]!),
    calibration: calibrationOf(found.pairs, labels),
    pairsPerSecond: found.candidates / seconds,
    model: found.model,
  }
}

const ratio = (part: number, whole: number) => (whole ? part / whole : 1)

function groupBy<K>(items: readonly number[], keyOf: (item: number) => K): number[][] {
  const groups = new Map<K, number[]>()
  for (const item of items) {
    const group = groups.get(keyOf(item))
    if (group) group.push(item)
    else groups.set(keyOf(item), [item])
  }
  return [...groups.values()]
}

const pairsIn = (groups: readonly number[][]) => groups.reduce((sum, { length: n }) => sum + (n * (n - 1)) / 2, 0)

const countMixed = <K>(groups: readonly number[][], keyOf: (item: number) => K) =>
  groups.filter((group) => new Set(group.map(keyOf)).size > 1).length

function calibrationOf(pairs: readonly WeightedPair[], labels: readonly (string | number | null)[]): Calibration[] {
  const judged = pairs
    .filter(({ a, b }) => labels[a] !== null && labels[b] !== null)
    .map(({ a, b, logOdds }) => ({ probability: probabilityOf(logOdds), isMatch: labels[a] === labels[b] }))
  return CALIBRATED_FROM.map((from, at) => {
    const own = judged.filter(({ probability }) => probability >= from && probability < (CALIBRATED_FROM[at + 1] ?? 2))
    return {
      from,
      pairs: own.length,
      predicted: ratio(
        own.reduce((sum, { probability }) => sum + probability, 0),
        own.length,
      ),
      actual: ratio(own.filter(({ isMatch }) => isMatch).length, own.length),
    }
  })
}
