import { contactPoints } from '@/db/schema'
import { refused } from '@/lib/kernel/result'
import { pointEvent, wherePoints } from '../point'
import { changed, pointCommand, unchanged } from '../point-command'
import { onePoint } from '../schema'
import { dropPrimary } from '../primary'

/** Unblocks a value (bell on) on all records that blocked it. It does not become primary again. Refusals: `contacts.is_retired`. */
export const allowPoint = pointCommand({
  event: 'contact.allowed',
  input: onePoint,
  run: async (ctx, context) => {
    if (context.point.retiredAt) return refused('contacts.is_retired')
    if (!context.blocked) return unchanged(context)
    const blocked = context.blocking
    await ctx.db
      .update(contactPoints)
      .set({ blockedAt: null, blockedBy: null, blockedReason: null })
      .where(wherePoints(blocked))
    return changed(ctx, context, [...blocked.map((p) => pointEvent(p)), ...(await dropPrimary(ctx, context))])
  },
})
