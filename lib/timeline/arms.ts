import type { Viewer } from '@/lib/access/viewer'
import type { TimelineArm } from '@/lib/contributions/timeline'
import type { TimelineFilter } from './filter'
import { CONTRIBUTIONS, TIMELINE_KINDS, type TimelineKind } from './contributions'

/** An arm with its rank, which orders events of the same instant and is the same for every viewer and filter. */
export type RankedArm = TimelineArm & { kind: TimelineKind; rank: number }

const ALL: readonly RankedArm[] = TIMELINE_KINDS.flatMap((kind) =>
  CONTRIBUTIONS[kind].arms.map((arm) => ({ ...arm, kind })),
).map((arm, rank) => ({ ...arm, rank }))

/** The kinds that the viewer may see. */
export const kindsFor = (viewer: Viewer): TimelineKind[] =>
  TIMELINE_KINDS.filter((kind) => viewer.can(CONTRIBUTIONS[kind].permission))

/** The arms to read: those that the viewer may see and the filter asks for. */
export const armsFor = (viewer: Viewer, { kind, channel }: TimelineFilter): RankedArm[] =>
  ALL.filter(
    (arm) =>
      viewer.can(CONTRIBUTIONS[arm.kind].permission) &&
      (!arm.permission || viewer.can(arm.permission)) &&
      (!kind || arm.kind === kind) &&
      (!channel || arm.channel === channel),
  )

export const rankedArm = (kind: string, event: string): RankedArm | undefined =>
  ALL.find((arm) => arm.kind === kind && arm.event === event)
