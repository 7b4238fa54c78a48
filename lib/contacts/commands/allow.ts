import { contactPoints } from '@/db/schema'
import { done } from '@/lib/kernel/command'
import { customerCommand, touchCustomer } from '@/lib/kernel/customer'
import { notFound, refused } from '@/lib/kernel/result'
import { changed, findPoint, told, wherePoint } from '../point'
import { onePoint } from '../schema'

/** Bell on. The star does not come back by itself. Refusals: `contacts.is_retired`. */
export const allowPoint = customerCommand({
  event: 'contact.allowed',
  permission: 'contacts.edit',
  input: onePoint,
  run: async (ctx, customer, { pointId }) => {
    const point = await findPoint(ctx, customer.id, pointId)
    if (!point) return notFound()
    if (point.retiredAt) return refused('contacts.is_retired')
    if (!point.blockedAt) return done(changed(point))
    await ctx.db.update(contactPoints).set({ blockedAt: null, blockedBy: null, blockedReason: null }).where(wherePoint(point))
    await touchCustomer(ctx, customer.id)
    return done(changed(point), told(point))
  },
})
