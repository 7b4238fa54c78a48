import type { SQL } from 'drizzle-orm'
import type { Permission } from '@/lib/access/permissions'
import type { CustomerGroup } from '@/lib/customer-group/group'

/** The cursor of a page of the timeline: it continues after the row with this instant and id, newest first. */
export type TimelinePlace = { occurredAt: Date; id: string }

export type TimelineWindow = { after: TimelinePlace | null; limit: number; from?: Date; to?: Date }

/**
 * What one aggregate adds to a customer's timeline. The timeline is one keyset stream over all contributions: each `arm` is bounded by
 * `limit` and reads one range of an index whose order is `(customer_id, occurred_at desc, id desc)`.
 */
export type TimelineContribution = {
  kind: string
  permission: Permission
  /**
   * A select of `kind` (text), `id` (uuid), `customer_id` (uuid), `occurred_at` and `recorded_at` (timestamptz), `detail` (jsonb, without
   * personal values), newest first, at most `limit` rows for each record of the group.
   */
  arm: (group: CustomerGroup, window: TimelineWindow) => SQL
}
