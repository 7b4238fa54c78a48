/** A point of one of a customer's records, live or removed. */
export type PointState = {
  customerId: string
  id: string
  channel: string
  normalized: string
  primaryAt: Date | null
  blockedAt: Date | null
  retiredAt: Date | null
  /** Whether an absorbed record does not contribute the point. Its block applies all the same. */
  excluded?: boolean
}

/** One value of a channel over all records of a customer; pages show it once and commands change it on every record. */
export type MergedPoint<P extends PointState> = {
  /** The survivor's own point if it has one, else the starred one, else the first. */
  point: P
  /** All points with the same value, live or removed, without the excluded ones. */
  duplicates: P[]
  /** The blocked points with the same value, the excluded ones too; the last blocked first. */
  blocking: P[]
  /** The blocked point, which may be a removed one: a block on any record applies to all. */
  blocked: P | null
  primary: boolean
}

/** The live values of a customer: one for all equal points, the primary ones first, otherwise in the order of `points`. */
export function liveValues<P extends PointState>(points: readonly P[], rootId: string): MergedPoint<P>[] {
  const live = points.filter(isLive)
  const values = firstOfEach([...live].sort((a, b) => rank(a, rootId) - rank(b, rootId))).map((p) =>
    valueOf(points, p, rootId),
  )
  const place = ({ point }: MergedPoint<P>) => live.findIndex((p) => isAlike(p, point))
  return values.sort((a, b) => Number(b.primary) - Number(a.primary) || place(a) - place(b))
}

/** The values that no record uses any more. */
export function removedValues<P extends PointState>(points: readonly P[], rootId: string): MergedPoint<P>[] {
  const gone = points.filter((p) => !p.excluded && !points.some((other) => isLive(other) && isAlike(other, p)))
  return firstOfEach(gone).map((p) => valueOf(points, p, rootId))
}

/** One point with its equals on the other records. */
export function valueOf<P extends PointState>(points: readonly P[], point: P, rootId: string): MergedPoint<P> {
  const alike = points.filter((p) => isAlike(p, point))
  const blocking = alike.filter((p) => p.blockedAt).sort((a, b) => b.blockedAt!.getTime() - a.blockedAt!.getTime())
  const [blocked = null] = blocking
  return {
    point,
    duplicates: point.excluded ? [point] : alike.filter((p) => !p.excluded),
    blocking,
    blocked,
    primary: !blocked && isLive(point) && starOf(points, point.channel, rootId) === point.normalized,
  }
}

export const isLive = (p: PointState) => !p.retiredAt && !p.excluded

export const isAlike = (a: PointState, b: Pick<PointState, 'channel' | 'normalized'>): boolean =>
  a.channel === b.channel && a.normalized === b.normalized

/** The survivor's own star, else that of the merged records when they agree. When two differ, there is no primary. */
function starOf(points: readonly PointState[], channel: string, rootId: string): string | null {
  const starred = points.filter((p) => p.channel === channel && p.primaryAt && !p.excluded)
  const own = starred.find((p) => p.customerId === rootId)
  const [only, ...others] = new Set((own ? [own] : starred).map((p) => p.normalized))
  return only && !others.length ? only : null
}

const rank = (p: PointState, rootId: string) => (p.customerId === rootId ? 0 : p.primaryAt ? 1 : 2)

const firstOfEach = <P extends PointState>(points: readonly P[]): P[] =>
  points.filter((p, at) => points.findIndex((other) => isAlike(other, p)) === at)

type Said = { action: 'accepted' | 'cancelled'; at: Date }

/** The entry that decides among the newest of each record for one preference and purpose: a cancellation before an acceptance, then the newest. */
export function strictestConsent<S extends Said>(entries: readonly S[]): S | undefined {
  const cancelled = entries.filter(({ action }) => action === 'cancelled')
  return [...(cancelled.length ? cancelled : entries)].sort((a, b) => b.at.getTime() - a.at.getTime())[0]
}
