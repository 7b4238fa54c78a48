import { done } from '@/lib/kernel/command'
import { customerCommand, touchCustomer } from '@/lib/kernel/customer'
import { notFound, refused } from '@/lib/kernel/result'
import { changed, findPoint } from '../point'
import { onePoint } from '../schema'
import { moveStar } from '../star'

/** Gives a point its channel's star. Refusals: `contacts.blocked_not_primary`, `contacts.is_retired`. */
export const makePrimary = customerCommand({
  event: 'contact.made_primary',
  permission: 'contacts.edit',
  input: onePoint,
  run: async (ctx, customer, { pointId }) => {
    const point = await findPoint(ctx, customer.id, pointId)
    if (!point) return notFound()
    if (point.retiredAt) return refused('contacts.is_retired')
    if (point.blockedAt) return refused('contacts.blocked_not_primary')
    if (point.primaryAt) return done(changed(point))
    const tell = await moveStar(ctx, point)
    await touchCustomer(ctx, customer.id)
    return done(changed(point), ...tell)
  },
})
