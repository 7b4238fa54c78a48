import { contactPoints } from '@/db/schema'
import { done } from '@/lib/kernel/command'
import { customerCommand, touchCustomer } from '@/lib/kernel/customer'
import { notFound } from '@/lib/kernel/result'
import { changed, findPoint, told, wherePoint } from '../point'
import { onePoint } from '../schema'
import { starFell } from '../star'

/** Takes a point out of use; it stays readable and can be restored. A primary loses its star, and nobody inherits it. */
export const retirePoint = customerCommand({
  event: 'contact.retired',
  permission: 'contacts.edit',
  input: onePoint,
  run: async (ctx, customer, { pointId }) => {
    const point = await findPoint(ctx, customer.id, pointId)
    if (!point) return notFound()
    if (point.retiredAt) return done(changed(point))
    await ctx.db
      .update(contactPoints)
      .set({ retiredAt: ctx.now, retiredBy: ctx.viewer.userId, primaryAt: null, primaryBy: null })
      .where(wherePoint(point))
    await touchCustomer(ctx, customer.id)
    return done(changed(point, point.primaryAt !== null), told(point), ...starFell(point))
  },
})
