import { contactPoints } from '@/db/schema'
import { refused } from '@/lib/kernel/result'
import { pointEvent, wherePoint } from '../point'
import { changed, pointCommand, unchanged } from '../point-command'
import { onePoint } from '../schema'

/** Restores a retired point: blocked if it was blocked, and never as primary. Refusals: `contacts.duplicate` when its value is live again. */
export const restorePoint = pointCommand({
  event: 'contact.restored',
  input: onePoint,
  run: async (ctx, context) => {
    const { point, duplicates } = context
    if (!point.retiredAt) return unchanged(context)
    if (duplicates.some((p) => !p.retiredAt)) return refused('contacts.duplicate')
    await ctx.db.update(contactPoints).set({ retiredAt: null, retiredBy: null }).where(wherePoint(point))
    return changed(ctx, context, [pointEvent(point)])
  },
})
