import type { Primary } from '@/db/handles'

/**
 * What one aggregate says about merging two customers. A merge moves no rows: it sets `survivor_id`, and reads go over the group. A part is
 * what the person may include or leave out.
 */
export type MergeContribution = {
  part: string
  /** Whether the part is included unless the person says otherwise. */
  includedByDefault: boolean
  /** How many rows of the absorbed record the part consists of, for the preview. */
  count: (db: Primary, customerId: string) => Promise<number>
  /**
   * Checked before an undo, under the group's lock: what arrived after the merge and could belong to either record. An empty list means that
   * the undo restores both records as they were.
   */
  arrivedSince: (
    db: Primary,
    merge: { survivorId: string; absorbedId: string; mergedAt: Date },
  ) => Promise<MergeRemainder[]>
}

/** A row that arrived after a merge, with the label that the person sees when choosing where it stays. */
export type MergeRemainder = { id: string; customerId: string; label: string }
