import type { MergedPoint } from '@/lib/customer-group/merged-points'
import type { Point } from './point'
import { present } from './present'

/** `record`: the name of the one that holds it. */
export type PointRow = Point & { record: string; blockedByName: string | null; retiredByName: string | null }

export const view = (
  { point, duplicates: twins, blocked, primary }: MergedPoint<PointRow>,
  rootId: string,
  clear: boolean,
) => {
  const merged = (row: PointRow | null) => (row && row.customerId !== rootId ? row.record : null)
  return {
    ...present(point, clear),
    id: point.id,
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
    /** The merged record it came with; null when it is the customer's own. */
    from: merged(point),
    /** Live points of other records that say the same, each with its own versions. */
    also: twins
      .filter((twin) => twin !== point && !twin.retiredAt)
      .map((twin) => ({ id: twin.id, record: twin.record, earlierVersions: twin.version - 1 })),
  }
}

/** A contact point as a viewer may see it: masked unless the role or a reveal says otherwise. */
export type PointView = ReturnType<typeof view>
