import { contactPoints } from '@/db/schema'
import { done } from '@/lib/kernel/command'
import { touchCustomer } from '@/lib/kernel/customer'
import { refused } from '@/lib/kernel/result'
import { changed, told, wherePoint } from '../point'
import { pointCommand } from '../point-command'
import { onePoint } from '../schema'

/** Bell on. The star does not come back by itself. Refusals: `contacts.is_retired`. */
export const allowPoint = pointCommand({
  event: 'contact.allowed',
  input: onePoint,
  run: async (ctx, point) => {
    if (point.retiredAt) return refused('contacts.is_retired')
    if (!point.blockedAt) return done(changed(point))
    await ctx.db.update(contactPoints).set({ blockedAt: null, blockedBy: null, blockedReason: null }).where(wherePoint(point))
    await touchCustomer(ctx, point.customerId)
    return done(changed(point), told(point))
  },
})
