import { contactPoints } from '@/db/schema'
import { pointEvent, wherePoints } from '../point'
import { changed, pointCommand, unchanged } from '../point-command'
import { onePoint } from '../schema'
import { dropPrimary } from '../primary'

/**
 * Retires a value on all records that have it; it stays readable and can be restored. A primary point loses its star, and no other point
 * becomes primary.
 */
export const retirePoint = pointCommand({
  event: 'contact.retired',
  input: onePoint,
  run: async (ctx, context) => {
    if (context.point.retiredAt) return unchanged(context)
    const fallen = await dropPrimary(ctx, context)
    const live = context.duplicates.filter((p) => !p.retiredAt)
    await ctx.db
      .update(contactPoints)
      .set({ retiredAt: ctx.now, retiredBy: ctx.viewer.userId })
      .where(wherePoints(live))
    return changed(ctx, context, [...live.map((p) => pointEvent(p)), ...fallen], context.primary)
  },
})
