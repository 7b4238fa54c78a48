import { contactPoints } from '@/db/schema'
import { done } from '@/lib/kernel/command'
import { customerCommand, touchCustomer } from '@/lib/kernel/customer'
import { notFound, refused } from '@/lib/kernel/result'
import { changed, findPoint, told, wherePoint } from '../point'
import { blocking } from '../schema'
import { starFell } from '../star'

/** Bell off: nothing is sent there. A primary loses its star, and nobody inherits it. Refusals: `contacts.is_retired`. */
export const blockPoint = customerCommand({
  event: 'contact.blocked',
  permission: 'contacts.edit',
  input: blocking,
  run: async (ctx, customer, { pointId, reason }) => {
    const point = await findPoint(ctx, customer.id, pointId)
    if (!point) return notFound()
    if (point.retiredAt) return refused('contacts.is_retired')
    if (point.blockedAt) return done(changed(point))
    await ctx.db
      .update(contactPoints)
      .set({ blockedAt: ctx.now, blockedBy: ctx.viewer.userId, blockedReason: reason, primaryAt: null, primaryBy: null })
      .where(wherePoint(point))
    await touchCustomer(ctx, customer.id)
    const entry = told(point, reason ? { before: null, after: { reason } } : {})
    return done(changed(point, point.primaryAt !== null), entry, ...starFell(point))
  },
})
