import { touchCustomer } from '@/lib/customer-group/touch'
import { command, succeed } from '@/lib/kernel/command'
import { conflict, invalid, notFound } from '@/lib/kernel/result'
import { contentOf } from '../content'
import { lockPair, updatePair } from '../pair'
import { eventsOf } from '../recorded'
import { relationshipChange } from '../schema'
import { choicesIn, choiceValue, mirrored, tagIdsOf } from '../tag-choice'
import { readTags } from '../tags'
import { unavailable } from '../unavailable'

/**
 * Changes the tags and the note of a relationship, on every record of both customers. A tag that was retired since may stay.
 * Refusals: `stale`; field `tags`: `related.tag_unavailable`.
 */
export const changeRelationship = command({
  event: 'relationship.changed',
  permission: 'customers.edit',
  input: relationshipChange,
  run: async (ctx, { customerId, otherId, version, tags: choices, note }) => {
    const locked = await lockPair(ctx, { customerId, otherId })
    if (!locked.ok) return locked
    const { own, other, live } = locked.pair
    if (!live.length) return notFound()
    if (Math.max(...live.map((row) => row.version)) !== version)
      return conflict('stale', { note: contentOf(live).note })
    const tags = await readTags(ctx)
    const present = choicesIn(live, (id) => tags.some((tag) => tag.id === id && tag.isSymmetric))
    if (unavailable(choices, tags, present)) return invalid({ tags: 'related.tag_unavailable' })
    const before = contentOf(live)
    const value = { customerId: own.survivorId, otherId: other.survivorId }
    const same = choices.map(choiceValue).sort().join() === present.map(choiceValue).sort().join()
    if (same && note === before.note) return succeed(value)
    const after = { ...tagIdsOf(choices), note }
    await updatePair(ctx, locked.pair, after, { ...after, ...mirrored(after) })
    await touchCustomer(ctx, own.survivorId)
    await touchCustomer(ctx, other.survivorId)
    return succeed(value, ...eventsOf(locked.pair, tags, before, after))
  },
})
