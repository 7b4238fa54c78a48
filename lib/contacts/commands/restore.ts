import { contactPoints } from '@/db/schema'
import { done } from '@/lib/kernel/command'
import { touchCustomer } from '@/lib/kernel/customer'
import { refused } from '@/lib/kernel/result'
import { changed, refuseTwin, told, wherePoint } from '../point'
import { pointCommand } from '../point-command'
import { onePoint } from '../schema'

/** Brings a removed point back, blocked if it was, never as primary. Refusals: `contacts.duplicate` when its value lives again. */
export const restorePoint = pointCommand({
  event: 'contact.restored',
  input: onePoint,
  run: async (ctx, point) => {
    if (!point.retiredAt) return done(changed(point))
    const twin = await refuseTwin(ctx, point, point.id)
    if (twin && Object.values(twin).includes('contacts.duplicate')) return refused('contacts.duplicate')
    await ctx.db.update(contactPoints).set({ retiredAt: null, retiredBy: null }).where(wherePoint(point))
    await touchCustomer(ctx, point.customerId)
    return done(changed(point), told(point))
  },
})
