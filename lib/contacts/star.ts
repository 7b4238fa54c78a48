import { and, eq, isNotNull } from 'drizzle-orm'
import { contactPoints } from '@/db/schema'
import type { Told } from '@/lib/kernel/command'
import type { Ctx } from '@/lib/kernel/context'
import { told, wherePoint, type Point } from './point'

/** Moves the channel's star to a point, taking it from the one that had it. The customer's lock is held. */
export async function moveStar(ctx: Ctx, point: Pick<Point, 'customerId' | 'id' | 'channel'>): Promise<Told[]> {
  const before = await ctx.db
    .update(contactPoints)
    .set({ primaryAt: null, primaryBy: null })
    .where(and(eq(contactPoints.customerId, point.customerId), eq(contactPoints.channel, point.channel), isNotNull(contactPoints.primaryAt)))
    .returning({ id: contactPoints.id })
  await ctx.db.update(contactPoints).set({ primaryAt: ctx.now, primaryBy: ctx.viewer.userId }).where(wherePoint(point))
  const dropped = before.map(({ id }) => told({ ...point, id }, { event: 'contact.dropped_primary' }))
  return [...dropped, told(point, { event: 'contact.made_primary' })]
}

/** The entry for a star that falls with a block or a removal; nobody is promoted in its place. */
export const starFell = (point: Point): Told[] => (point.primaryAt ? [told(point, { event: 'contact.dropped_primary' })] : [])
