import { contactPoints } from '@/db/schema'
import { isAlike } from '@/lib/customer-group/merged-points'
import type { CommandEvent } from '@/lib/kernel/command'
import type { WriteCtx } from '@/lib/kernel/context'
import { pointEvent, wherePoint, wherePoints, type Point } from './point'
import type { PointContext } from './point-command'

/** Stars a point and drops the stars of the customer's other points in its channel. The caller has locked the customer. */
export async function setPrimary(
  ctx: WriteCtx,
  all: readonly Point[],
  point: Pick<Point, 'customerId' | 'id' | 'channel'>,
): Promise<CommandEvent[]> {
  const dropped = await dropStars(
    ctx,
    all.filter(
      (p) => p.channel === point.channel && p.id !== point.id && (!p.excluded || p.customerId === point.customerId),
    ),
  )
  await ctx.db.update(contactPoints).set({ primaryAt: ctx.now, primaryBy: ctx.viewer.userId }).where(wherePoint(point))
  return [...dropped, pointEvent(point, { event: 'contact.made_primary' })]
}

/**
 * Drops the star of a blocked or removed value on all records. When it was the primary, the stars of other records in its channel are
 * dropped too, so that no other point becomes primary.
 */
export const dropPrimary = (ctx: WriteCtx, { point, primary, all }: PointContext): Promise<CommandEvent[]> =>
  dropStars(
    ctx,
    all.filter((p) => !p.excluded && (primary ? p.channel === point.channel : isAlike(p, point))),
  )

async function dropStars(ctx: WriteCtx, points: readonly Point[]): Promise<CommandEvent[]> {
  const starred = points.filter((p) => p.primaryAt)
  if (starred.length)
    await ctx.db.update(contactPoints).set({ primaryAt: null, primaryBy: null }).where(wherePoints(starred))
  return starred.map((p) => pointEvent(p, { event: 'contact.dropped_primary' }))
}
