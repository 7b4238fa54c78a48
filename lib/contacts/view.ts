import type { Point } from './point'
import { present } from './present'

export type PointRow = { point: Point; blockedByName: string | null; retiredByName: string | null }

export const view = ({ point, blockedByName, retiredByName }: PointRow, clear: boolean) => ({
  ...present(point, clear),
  id: point.id,
  channel: point.channel,
  clear,
  label: point.label,
  primary: point.primaryAt !== null,
  blockedAt: point.blockedAt,
  blockedBy: blockedByName,
  blockedReason: point.blockedReason,
  retiredAt: point.retiredAt,
  retiredBy: retiredByName,
  createdAt: point.createdAt,
  changedAt: point.changedAt,
  version: point.version,
  earlierVersions: point.version - 1,
})

/** A contact point as a viewer may see it: masked unless the role or a reveal says otherwise. */
export type PointView = ReturnType<typeof view>
