import type { SQL } from 'drizzle-orm'
import type { Permission } from '@/lib/access/permissions'
import type { Viewer } from '@/lib/access/viewer'
import type { MergePart } from '@/lib/customer-group/included'

/**
 * One kind of event that an aggregate adds to a customer's timeline. Its table has an index on `(customer_id, <columns of fixed values>,
 * occurredAt, id)`, with the condition of `where` if it is partial, so that a page reads one bounded range of it for each record.
 */
export type TimelineArm = {
  /** Unique within the contribution, for example `opened`. Cursors contain it. */
  event: string
  table: string
  /** The column with the instant at which it happened. It orders the timeline. */
  occurredAt: string
  /** The column with the instant at which it was recorded, if the table has one. */
  recordedAt?: string
  id: 'id' | 'seq'
  /** A constant condition in SQL. */
  where?: string
  /** The only channel of the arm. With a filter by channel, arms of other channels and arms without a channel are left out. */
  channel?: string
  /** The part of a merge that the rows belong to, and the column with the id by which a row is excluded from it. */
  mergePart?: { part: MergePart; rowId: string }
  /** Needed besides the permission of the contribution. */
  permission?: Permission
}

/** What a contribution needs to mask values and to compute states. */
export type TimelineViewer = { viewer: Viewer; revealed: ReadonlySet<string>; now: Date }

/** What one aggregate adds to a customer's timeline (N10). The composer merges the arms of all contributions into one keyset stream. */
export type TimelineContribution<Row, Detail> = {
  /** Without it, the arms are not read. */
  permission: Permission
  arms: readonly TimelineArm[]
  /** A scalar subquery that returns the JSON of one event. It refers to the event as `page`, with `customer_id`, `id` (text), `event` and `occurred_at`. */
  detail: SQL
  /** Converts the JSON into what this viewer may see. */
  present: (row: Row, seen: TimelineViewer) => Detail
}

export const timelineContribution = <Row, Detail>(contribution: TimelineContribution<Row, Detail>) => contribution
