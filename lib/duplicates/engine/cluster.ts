export type WeightedPair = { a: number; b: number; logOdds: number }

/** A comparison counts at most this much, so that one field that differs by mistake does not outweigh all others. */
const LOG_ODDS_MAX = 12

/**
 * Joins pairs into customers, the most probable first. Two groups are joined only when all their records taken together are more likely one
 * customer than two (average linkage of the log odds), so that a chain of doubtful pairs does not join strangers.
 */
export function clusterPairs(
  records: number,
  pairs: readonly WeightedPair[],
  logOddsOf: (a: number, b: number) => number,
): Int32Array {
  const group = Int32Array.from({ length: records }, (_, at) => at)
  const members = new Map<number, number[]>()
  const membersOf = (at: number) => members.get(at) ?? [at]
  for (const { a, b } of [...pairs].sort((x, y) => y.logOdds - x.logOdds)) {
    const [left, right] = [group[a]!, group[b]!]
    if (left === right) continue
    const [own, others] = [membersOf(left), membersOf(right)]
    if (own.length * others.length > 1 && meanLogOdds(own, others, logOddsOf) <= 0) continue
    for (const member of others) group[member] = left
    members.set(left, [...own, ...others])
    members.delete(right)
  }
  return group
}

function meanLogOdds(a: readonly number[], b: readonly number[], logOddsOf: (a: number, b: number) => number): number {
  let sum = 0
  for (const x of a) for (const y of b) sum += Math.max(-LOG_ODDS_MAX, Math.min(LOG_ODDS_MAX, logOddsOf(x, y)))
  return sum / (a.length * b.length)
}
