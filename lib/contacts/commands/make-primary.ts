import { refused } from '@/lib/kernel/result'
import { changed, pointCommand, unchanged } from '../point-command'
import { onePoint } from '../schema'
import { setPrimary } from '../primary'

/** Makes a point the primary one of its channel. Refusals: `contacts.blocked_not_primary`, `contacts.is_retired`. */
export const makePrimary = pointCommand({
  event: 'contact.made_primary',
  input: onePoint,
  run: async (ctx, context) => {
    if (context.point.retiredAt) return refused('contacts.is_retired')
    if (context.blocked) return refused('contacts.blocked_not_primary')
    if (context.primary) return unchanged(context)
    return changed(ctx, context, await setPrimary(ctx, context.all, context.point))
  },
})
