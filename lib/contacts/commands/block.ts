import { contactPoints } from '@/db/schema'
import { refused } from '@/lib/kernel/result'
import { pointEvent, wherePoint } from '../point'
import { changed, pointCommand, unchanged } from '../point-command'
import { blocking } from '../schema'
import { dropPrimary } from '../primary'

/** Blocks a value (bell off): nothing is sent to it. A primary point loses its star, and no other point becomes primary. Refusals: `contacts.is_retired`. */
export const blockPoint = pointCommand({
  event: 'contact.blocked',
  input: blocking,
  run: async (ctx, context, { reason }) => {
    const { point } = context
    if (point.retiredAt) return refused('contacts.is_retired')
    if (context.blocked) return unchanged(context)
    const fallen = await dropPrimary(ctx, context)
    await ctx.db
      .update(contactPoints)
      .set({ blockedAt: ctx.now, blockedBy: ctx.viewer.userId, blockedReason: reason })
      .where(wherePoint(point))
    const entry = pointEvent(point, reason ? { before: null, after: { reason } } : {})
    return changed(ctx, context, [entry, ...fallen], context.primary)
  },
})
