import { contactPoints } from '@/db/schema'
import { refused } from '@/lib/kernel/result'
import { pointEvent, wherePoint } from '../point'
import { changed, pointCommand, unchanged } from '../point-command'
import { onePoint } from '../schema'

/** Restores a retired point: blocked if it was blocked, and never as primary. Refusals: `contacts.duplicate` when its value is live again. */
export const restorePoint = pointCommand({
  event: 'contact.restored',
  input: onePoint,
  run: async (ctx, held) => {
    const { point, duplicates: twins } = held
    if (!point.retiredAt) return unchanged(held)
    if (twins.some((p) => !p.retiredAt)) return refused('contacts.duplicate')
    await ctx.db.update(contactPoints).set({ retiredAt: null, retiredBy: null }).where(wherePoint(point))
    return changed(ctx, held, [pointEvent(point)])
  },
})
