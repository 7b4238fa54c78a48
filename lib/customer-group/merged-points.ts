/** A point of one of a customer's records, live or removed. */
export type PointState = {
  customerId: string
  id: string
  channel: string
  normalized: string
  primaryAt: Date | null
  blockedAt: Date | null
  retiredAt: Date | null
}

/** One value of a channel over all of a customer's records, which is shown and acted on once. */
export type MergedPoint<P extends PointState> = {
  /** The customer's own where it has one, else the starred one, else the first. */
  point: P
  /** Every point that says the same, live or removed. */
  duplicates: P[]
  /** The one whose bell is off, removed ones included: a block on any record holds on all. */
  blocked: P | null
  primary: boolean
}

/** The values a customer can be reached by: one for all live points alike, the primary ones first, else in the order given. */
export function liveValues<P extends PointState>(points: readonly P[], rootId: string): MergedPoint<P>[] {
  const live = points.filter((p) => !p.retiredAt)
  const values = firstOfEach([...live].sort((a, b) => rank(a, rootId) - rank(b, rootId))).map((p) =>
    valueOf(points, p, rootId),
  )
  const place = ({ point }: MergedPoint<P>) => live.findIndex((p) => isAlike(p, point))
  return values.sort((a, b) => Number(b.primary) - Number(a.primary) || place(a) - place(b))
}

/** The values nobody uses any more. */
export function removedValues<P extends PointState>(points: readonly P[], rootId: string): MergedPoint<P>[] {
  const gone = points.filter((p) => !points.some((other) => !other.retiredAt && isAlike(other, p)))
  return firstOfEach(gone).map((p) => valueOf(points, p, rootId))
}

/** What one point's value stands for. */
export function valueOf<P extends PointState>(points: readonly P[], point: P, rootId: string): MergedPoint<P> {
  const twins = points.filter((p) => isAlike(p, point))
  const [blocked = null] = twins
    .filter((p) => p.blockedAt)
    .sort((a, b) => b.blockedAt!.getTime() - a.blockedAt!.getTime())
  return {
    point,
    duplicates: twins,
    blocked,
    primary: !blocked && !point.retiredAt && starOf(points, point.channel, rootId) === point.normalized,
  }
}

export const isAlike = (a: PointState, b: Pick<PointState, 'channel' | 'normalized'>): boolean =>
  a.channel === b.channel && a.normalized === b.normalized

/** The customer's own star; without one, that of the records merged into it when they agree. Two that differ are nobody's choice. */
function starOf(points: readonly PointState[], channel: string, rootId: string): string | null {
  const starred = points.filter((p) => p.channel === channel && p.primaryAt)
  const own = starred.find((p) => p.customerId === rootId)
  const [only, ...others] = new Set((own ? [own] : starred).map((p) => p.normalized))
  return only && !others.length ? only : null
}

const rank = (p: PointState, rootId: string) => (p.customerId === rootId ? 0 : p.primaryAt ? 1 : 2)

const firstOfEach = <P extends PointState>(points: readonly P[]): P[] =>
  points.filter((p, at) => points.findIndex((other) => isAlike(other, p)) === at)

type Said = { action: 'accepted' | 'cancelled'; at: Date }

/** What counts of what each record last said of one preference and purpose: a cancellation before an acceptance, then the newest. */
export function strictestWish<S extends Said>(wishes: readonly S[]): S | undefined {
  const cancelled = wishes.filter(({ action }) => action === 'cancelled')
  return [...(cancelled.length ? cancelled : wishes)].sort((a, b) => b.at.getTime() - a.at.getTime())[0]
}
