import { and, eq, inArray } from 'drizzle-orm'
import { contactPoints } from '@/db/schema'
import type { CommandEvent } from '@/lib/kernel/command'
import type { WriteCtx } from '@/lib/kernel/context'
import { pointEvent, wherePoints, type Point } from './point'

/**
 * Retires contact points that a program added to a locked customer, and returns their history entries. A point that somebody has changed,
 * blocked or starred since is left alone, and its channel is in `kept`. A retired point stays retired.
 */
export async function takeBackAdded(
  ctx: WriteCtx,
  customerId: string,
  pointIds: readonly string[],
): Promise<{ events: CommandEvent[]; kept: Point['channel'][] }> {
  if (!pointIds.length) return { events: [], kept: [] }
  const added = await ctx.db
    .select()
    .from(contactPoints)
    .where(and(eq(contactPoints.customerId, customerId), inArray(contactPoints.id, [...pointIds])))
  const live = added.filter((point) => !point.retiredAt)
  const untouched = live.filter((point) => !isTouched(point))
  if (untouched.length)
    await ctx.db
      .update(contactPoints)
      .set({ retiredAt: ctx.now, retiredBy: ctx.viewer.userId, primaryAt: null, primaryBy: null })
      .where(wherePoints(untouched))
  const events = untouched.map((point) => pointEvent(point, { event: 'contact.retired' }))
  return { events, kept: [...new Set(live.filter(isTouched).map(({ channel }) => channel))] }
}

/** A program stars a point at the moment it adds it; a later star is the choice of a person. */
const isTouched = ({ version, blockedAt, primaryAt, createdAt }: Point): boolean =>
  version > 1 || blockedAt !== null || (primaryAt !== null && primaryAt.getTime() !== createdAt.getTime())
