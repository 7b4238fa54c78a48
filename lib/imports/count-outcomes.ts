import type { DecidedRow, Outcome } from './customers/batch/decide'

export type OutcomeCounts = Record<Outcome, number>

/** How many rows have each outcome. */
export function countOutcomes(rows: readonly DecidedRow[]): OutcomeCounts {
  const counts: OutcomeCounts = { created: 0, changed: 0, unchanged: 0, waiting: 0, rejected: 0 }
  for (const { outcome } of rows) counts[outcome]++
  return counts
}
