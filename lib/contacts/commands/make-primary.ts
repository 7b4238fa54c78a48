import { refused } from '@/lib/kernel/result'
import { changed, pointCommand, unchanged } from '../point-command'
import { onePoint } from '../schema'
import { setPrimary } from '../primary'

/** Makes a point the primary one of its channel. Refusals: `contacts.blocked_not_primary`, `contacts.is_retired`. */
export const makePrimary = pointCommand({
  event: 'contact.made_primary',
  input: onePoint,
  run: async (ctx, held) => {
    if (held.point.retiredAt) return refused('contacts.is_retired')
    if (held.blocked) return refused('contacts.blocked_not_primary')
    if (held.primary) return unchanged(held)
    return changed(ctx, held, await setPrimary(ctx, held.all, held.point))
  },
})
