import type { Outcome } from './kinds/rows'

export type OutcomeCounts = Record<Outcome, number>

/** How many rows have each outcome. */
export function countOutcomes(rows: readonly { outcome: Outcome }[]): OutcomeCounts {
  const counts: OutcomeCounts = { created: 0, changed: 0, unchanged: 0, waiting: 0, rejected: 0 }
  for (const { outcome } of rows) counts[outcome]++
  return counts
}
