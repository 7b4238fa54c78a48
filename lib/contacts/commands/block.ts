import { contactPoints } from '@/db/schema'
import { done } from '@/lib/kernel/command'
import { touchCustomer } from '@/lib/kernel/customer'
import { refused } from '@/lib/kernel/result'
import { changed, told, wherePoint } from '../point'
import { pointCommand } from '../point-command'
import { blocking } from '../schema'
import { starFell } from '../star'

/** Bell off: nothing is sent there. A primary loses its star, and nobody inherits it. Refusals: `contacts.is_retired`. */
export const blockPoint = pointCommand({
  event: 'contact.blocked',
  input: blocking,
  run: async (ctx, point, { reason }) => {
    if (point.retiredAt) return refused('contacts.is_retired')
    if (point.blockedAt) return done(changed(point))
    await ctx.db
      .update(contactPoints)
      .set({ blockedAt: ctx.now, blockedBy: ctx.viewer.userId, blockedReason: reason, primaryAt: null, primaryBy: null })
      .where(wherePoint(point))
    await touchCustomer(ctx, point.customerId)
    const entry = told(point, reason ? { before: null, after: { reason } } : {})
    return done(changed(point, point.primaryAt !== null), entry, ...starFell(point))
  },
})
