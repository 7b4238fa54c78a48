import { and, count, eq, isNull, sql } from 'drizzle-orm'
import { relationships } from '@/db/schema'
import { touchCustomer } from '@/lib/customer-group/touch'
import { command, succeed } from '@/lib/kernel/command'
import type { WriteCtx } from '@/lib/kernel/context'
import { invalid, refused } from '@/lib/kernel/result'
import { lockPair } from '../pair'
import { eventsOf } from '../recorded'
import { newRelationship } from '../schema'
import { mirrored, tagIdsOf } from '../tag-choice'
import { readTags } from '../tags'
import { unavailable } from '../unavailable'

/** How many customers one record can be related to, so that the list of a customer stays short enough to be sorted by name. */
export const RELATED_MAX = 500

/**
 * Relates two customers (M1). Of two people who do this at once, the second one is refused. Refusals: `related.same_customer`,
 * `related.already_related`, `related.too_many`; field `tags`: `related.tag_unavailable`.
 */
export const relateCustomers = command({
  event: 'relationship.added',
  permission: 'customers.edit',
  input: newRelationship,
  run: async (ctx, { customerId, otherId, tags: choices, note }) => {
    const locked = await lockPair(ctx, { customerId, otherId })
    if (!locked.ok) return locked
    const { own, other, live } = locked.pair
    if (live.length) return refused('related.already_related')
    const tags = await readTags(ctx)
    if (unavailable(choices, tags)) return invalid({ tags: 'related.tag_unavailable' })
    const [ownId, othersId] = [own.survivorId, other.survivorId]
    for (const id of [ownId, othersId])
      if ((await countRelated(ctx, id)) >= RELATED_MAX) return refused('related.too_many')
    const content = { ...tagIdsOf(choices), note }
    await insert(ctx, ownId, othersId, content)
    await insert(ctx, othersId, ownId, { ...content, ...mirrored(content) })
    await touchCustomer(ctx, ownId)
    await touchCustomer(ctx, othersId)
    return succeed({ customerId: ownId, otherId: othersId }, ...eventsOf(locked.pair, tags, null, content))
  },
})

async function countRelated({ db }: WriteCtx, customerId: string): Promise<number> {
  const [row] = await db
    .select({ count: count() })
    .from(relationships)
    .where(and(eq(relationships.customerId, customerId), isNull(relationships.removedAt)))
  return row?.count ?? 0
}

type Content = Pick<typeof relationships.$inferInsert, 'outgoingTagIds' | 'incomingTagIds' | 'note'>

/** Inserts the row of one customer, or uses the row of an earlier relationship that was removed. */
async function insert({ db, now, viewer }: WriteCtx, customerId: string, otherCustomerId: string, content: Content) {
  const values = { ...content, createdAt: now, createdBy: viewer.userId }
  await db
    .insert(relationships)
    .values({ customerId, otherCustomerId, ...values })
    .onConflictDoUpdate({
      target: [relationships.customerId, relationships.otherCustomerId],
      set: { ...values, removedAt: null, removedBy: null, version: sql`${relationships.version} + 1` },
    })
}
