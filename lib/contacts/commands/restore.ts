import { contactPoints } from '@/db/schema'
import { done } from '@/lib/kernel/command'
import { customerCommand, touchCustomer } from '@/lib/kernel/customer'
import { notFound, refused } from '@/lib/kernel/result'
import { changed, findPoint, refuseTwin, told, wherePoint } from '../point'
import { onePoint } from '../schema'

/** Brings a removed point back, blocked if it was, never as primary. Refusals: `contacts.duplicate` when its value lives again. */
export const restorePoint = customerCommand({
  event: 'contact.restored',
  permission: 'contacts.edit',
  input: onePoint,
  run: async (ctx, customer, { pointId }) => {
    const point = await findPoint(ctx, customer.id, pointId)
    if (!point) return notFound()
    if (!point.retiredAt) return done(changed(point))
    const twin = await refuseTwin(ctx, point, point.id)
    if (twin && Object.values(twin).includes('contacts.duplicate')) return refused('contacts.duplicate')
    await ctx.db.update(contactPoints).set({ retiredAt: null, retiredBy: null }).where(wherePoint(point))
    await touchCustomer(ctx, customer.id)
    return done(changed(point), told(point))
  },
})
