import type { imports } from '@/db/schema'
import type { RowReason } from '@/db/schema/imports'
import type { ReadFindings } from '../row/types'

export type Import = typeof imports.$inferSelect

/** The header of the column for each target. */
export type Mapping<Target extends string = string> = Partial<Record<Target, string>>

/** `waiting`: a person has to decide whether the row is applied. */
export type Outcome = 'created' | 'changed' | 'unchanged' | 'waiting' | 'rejected'

/** A row that was read. Its number is 1 for the first row after the header. */
export type NumberedRow = ReadFindings & { row: number; cells: readonly string[] }

/** What a row did, or would do. */
export type RowResult = {
  outcome: Outcome
  /** Why the row is rejected or waits. */
  reasons: RowReason[]
  /** The customer that the row is about; null when it is rejected. */
  customerId: string | null
  /** Remarks that only the comparison with the database could make. */
  remarks?: RowReason[]
}
