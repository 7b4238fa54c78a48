import { contactPoints } from '@/db/schema'
import { done } from '@/lib/kernel/command'
import { touchCustomer } from '@/lib/kernel/customer'
import { changed, told, wherePoint } from '../point'
import { pointCommand } from '../point-command'
import { onePoint } from '../schema'
import { starFell } from '../star'

/** Takes a point out of use; it stays readable and can be restored. A primary loses its star, and nobody inherits it. */
export const retirePoint = pointCommand({
  event: 'contact.retired',
  input: onePoint,
  run: async (ctx, point) => {
    if (point.retiredAt) return done(changed(point))
    await ctx.db
      .update(contactPoints)
      .set({ retiredAt: ctx.now, retiredBy: ctx.viewer.userId, primaryAt: null, primaryBy: null })
      .where(wherePoint(point))
    await touchCustomer(ctx, point.customerId)
    return done(changed(point, point.primaryAt !== null), told(point), ...starFell(point))
  },
})
