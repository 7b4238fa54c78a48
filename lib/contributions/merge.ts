import type { Permission } from '@/lib/access/permissions'
import type { Ctx, WriteCtx } from '@/lib/kernel/context'

/** Which rows of a part to list: of these records, and of them only those with these ids or those created after an instant. */
export type MergeRowsWanted = {
  memberIds: readonly string[]
  /** The values that this session has revealed. */
  revealed: ReadonlySet<string>
  ids?: readonly string[]
  since?: Date
  limit: number
}

/** A row of a part, with the words by which a person recognises it, masked for the viewer. */
export type MergeRow = { customerId: string; id: string; label: string; createdAt: Date }

/**
 * What one aggregate says about merging two customers. A merge moves no rows: it sets `survivor_id`, and reads go over the group. A part is
 * what a person may leave out of a merge, or take out of the merged customer row by row (M3, M6).
 */
export type MergeContribution = {
  /** Needed to see the rows of the part. */
  permission: Permission
  /** Whether a merge includes the part unless the person says otherwise; null when a merge always includes it. */
  includedByDefault: boolean | null
  /** How many rows the records have that a profile shows, for the preview; at most `MERGE_COUNT_MAX`. */
  count: (ctx: Ctx, memberIds: readonly string[]) => Promise<number>
  /** Newest first. */
  list: (ctx: Ctx, wanted: MergeRowsWanted) => Promise<MergeRow[]>
  /**
   * Gives a row to another record, inside the undo of a merge: the row arrived after the merge, and the person said that it belongs there.
   * Absent where a row stays with the record it arrived at, because other rows refer to it.
   */
  give?: (ctx: WriteCtx, row: { from: string; to: string; id: string }) => Promise<void>
}

/** Counting stops here, so that a preview of a customer with very many rows stays fast. */
export const MERGE_COUNT_MAX = 1_000

/** The two sides of a merge that is being undone, each with the record that survives there first. All of them are locked. */
export type Separation = { mergeId: string; mergedAt: Date; sides: readonly [readonly string[], readonly string[]] }
