import type { MergedPoint } from '@/lib/customer-group/merged-points'
import type { Locale } from '@/lib/i18n/locale'
import type { Point } from './point'
import { present } from './present'

/** `record`: the name of the customer record that has the point. */
export type PointRow = Point & { record: string; blockedByName: string | null; retiredByName: string | null }

export const view = (
  { point, duplicates, blocked, primary }: MergedPoint<PointRow>,
  rootId: string,
  clear: boolean,
  locale: Locale,
) => {
  const merged = (row: PointRow | null) => (row && row.customerId !== rootId ? row.record : null)
  return {
    ...present(point, clear, locale),
    id: point.id,
    /** The record that has the point. */
    recordId: point.customerId,
    channel: point.channel,
    clear,
    label: point.label,
    primary,
    blockedAt: blocked?.blockedAt ?? null,
    blockedBy: blocked?.blockedByName ?? null,
    blockedReason: blocked?.blockedReason ?? null,
    /** The merged record whose point is blocked; null when it is the customer's own. */
    blockedIn: merged(blocked),
    retiredAt: point.retiredAt,
    retiredBy: point.retiredByName,
    createdAt: point.createdAt,
    changedAt: point.changedAt,
    version: point.version,
    earlierVersions: point.version - 1,
    /** The merged record that has the point; null when it is the customer's own. */
    from: merged(point),
    /** Live points of other records with the same value, each with its own versions. */
    also: duplicates
      .filter((other) => other !== point && !other.retiredAt)
      .map((other) => ({ id: other.id, record: other.record, earlierVersions: other.version - 1 })),
  }
}

/** A contact point as a viewer sees it: masked unless the role reads personal data or the session revealed it. */
export type PointView = ReturnType<typeof view>
