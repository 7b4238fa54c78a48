import { touchCustomer } from '@/lib/customer-group/touch'
import { command, succeed } from '@/lib/kernel/command'
import { notFound, refused } from '@/lib/kernel/result'
import { contentOf } from '../content'
import { lockPair, restorePair, updatePair } from '../pair'
import { eventsOf } from '../recorded'
import { oneRelationship } from '../schema'
import { readTags } from '../tags'

/** Removes the relationship between two customers from both. The rows stay, so that `restoreRelationship` can bring them back. */
export const removeRelationship = command({
  event: 'relationship.removed',
  permission: 'customers.edit',
  input: oneRelationship,
  run: async (ctx, input) => {
    const locked = await lockPair(ctx, input)
    if (!locked.ok) return locked
    const { own, other, live } = locked.pair
    if (!live.length) return notFound()
    await updatePair(ctx, locked.pair, { removedAt: ctx.now, removedBy: ctx.viewer.userId })
    await touchCustomer(ctx, own.survivorId)
    await touchCustomer(ctx, other.survivorId)
    const value = { customerId: own.survivorId, otherId: other.survivorId }
    return succeed(value, ...eventsOf(locked.pair, await readTags(ctx), contentOf(live), null))
  },
})

/** Undoes the last removal. Refusal: `related.already_related`, when somebody has related the two customers again. */
export const restoreRelationship = command({
  event: 'relationship.restored',
  permission: 'customers.edit',
  input: oneRelationship,
  run: async (ctx, input) => {
    const locked = await lockPair(ctx, input)
    if (!locked.ok) return locked
    const { own, other, rows, live } = locked.pair
    if (live.length) return refused('related.already_related')
    const newest = rows.map(({ removedAt }) => removedAt!.getTime()).sort((a, b) => b - a)[0]
    if (newest === undefined) return notFound()
    await restorePair(ctx, locked.pair, new Date(newest))
    await touchCustomer(ctx, own.survivorId)
    await touchCustomer(ctx, other.survivorId)
    const restored = rows.filter(({ removedAt }) => removedAt!.getTime() === newest)
    const value = { customerId: own.survivorId, otherId: other.survivorId }
    return succeed(value, ...eventsOf(locked.pair, await readTags(ctx), null, contentOf(restored)))
  },
})
