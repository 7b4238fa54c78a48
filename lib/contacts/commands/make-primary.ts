import { done } from '@/lib/kernel/command'
import { touchCustomer } from '@/lib/kernel/customer'
import { refused } from '@/lib/kernel/result'
import { changed } from '../point'
import { pointCommand } from '../point-command'
import { onePoint } from '../schema'
import { moveStar } from '../star'

/** Gives a point its channel's star. Refusals: `contacts.blocked_not_primary`, `contacts.is_retired`. */
export const makePrimary = pointCommand({
  event: 'contact.made_primary',
  input: onePoint,
  run: async (ctx, point) => {
    if (point.retiredAt) return refused('contacts.is_retired')
    if (point.blockedAt) return refused('contacts.blocked_not_primary')
    if (point.primaryAt) return done(changed(point))
    const tell = await moveStar(ctx, point)
    await touchCustomer(ctx, point.customerId)
    return done(changed(point), ...tell)
  },
})
