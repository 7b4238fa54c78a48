import { and, inArray, isNull } from 'drizzle-orm'
import { contactPoints } from '@/db/schema'
import type { MergeContribution, Separation } from '@/lib/contributions/merge'
import { countRows, newestRows, wantedRows } from '@/lib/contributions/merge-rows'
import { isAlike } from '@/lib/customer-group/merged-points'
import type { CommandEvent } from '@/lib/kernel/command'
import { idsOf, type WriteCtx } from '@/lib/kernel/context'
import { inClear } from '@/lib/privacy/mask'
import { pointEvent, pointsOf, wherePoint } from './point'
import { present } from './present'

/** The contact points of a customer. */
export const contactsInMerge: MergeContribution = {
  permission: 'contacts.read',
  includedByDefault: true,
  count: (ctx, memberIds) => countRows(ctx, contactPoints, memberIds, isNull(contactPoints.retiredAt)),
  list: async ({ db, viewer }, wanted) => {
    const rows = await db
      .select()
      .from(contactPoints)
      .where(and(wantedRows(contactPoints, wanted), isNull(contactPoints.retiredAt)))
      .orderBy(...newestRows(contactPoints))
      .limit(wanted.limit)
    return rows.map((point) => {
      const clear = inClear(viewer, wanted.revealed, `point:${point.id}`)
      const { customerId, id, createdAt } = point
      return { customerId, id, createdAt, label: present(point, clear, viewer.locale).value }
    })
  },
  give: copyPoint,
}

/**
 * The other record gets a copy, and the point is retired where it arrived: sends and versions refer to it. A record that has the value
 * already keeps its own point.
 */
async function copyPoint(ctx: WriteCtx, { from, to, id }: { from: string; to: string; id: string }): Promise<void> {
  const [point] = await ctx.db
    .select()
    .from(contactPoints)
    .where(wherePoint({ customerId: from, id }))
  if (!point) return
  const others = await pointsOf(ctx, to)
  const known = others.some((p) => p.channel === point.channel && p.normalized === point.normalized && !p.retiredAt)
  const primaryTaken = others.some((p) => p.channel === point.channel && p.primaryAt)
  await ctx.db
    .update(contactPoints)
    .set({ retiredAt: ctx.now, retiredBy: ctx.viewer.userId, primaryAt: null, primaryBy: null })
    .where(wherePoint(point))
  if (known) return
  const star = primaryTaken ? { primaryAt: null, primaryBy: null } : {}
  await ctx.db.insert(contactPoints).values({ ...point, ...star, customerId: to, id: idsOf(ctx).row(), version: 1 })
}

/**
 * Blocks that were set while two customers were one apply to both of them afterwards, because nobody knows which of the two they were
 * about. Call it before the pointers change.
 */
export async function blockOnBothSides(ctx: WriteCtx, { mergedAt, sides }: Separation): Promise<CommandEvent[]> {
  const ofBoth = inArray(contactPoints.customerId, sides.flat())
  const points = await ctx.db.select().from(contactPoints).where(ofBoth)
  const fresh = points.filter((p) => p.blockedAt && p.blockedAt > mergedAt)
  const events: CommandEvent[] = []
  for (const point of points) {
    const own = sides.find((side) => side.includes(point.customerId))!
    const source = fresh.find((p) => !own.includes(p.customerId) && isAlike(p, point))
    if (!source || point.blockedAt || point.retiredAt) continue
    const { blockedAt, blockedBy, blockedReason } = source
    await ctx.db
      .update(contactPoints)
      .set({ blockedAt, blockedBy, blockedReason, primaryAt: null, primaryBy: null })
      .where(wherePoint(point))
    events.push(pointEvent(point, { event: 'contact.blocked', details: { origin: 'merge_undone' } }))
  }
  return events
}
