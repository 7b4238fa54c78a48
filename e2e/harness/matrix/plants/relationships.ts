import type { Primary } from '@/db/handles'
import { type customers, relationships, relationshipTags } from '@/db/schema'
import { HELENA } from '@/lib/auth/demo-users'
import { DEFAULT_TAGS } from '@/lib/relationships/default-tags'
import { aCustomer } from '@/lib/testing/builders'
import { newId } from '@/lib/values/ids'
import { each, eachInTurn, type RecordIds, RELATED, TAGS } from '../record-ids'

/** Plants another customer for each action: related, removed from the related ones, or not related yet. */
export async function plantRelated(
  db: Primary,
  customerId: string,
  row: Partial<typeof customers.$inferInsert>,
): Promise<RecordIds['related']> {
  const ids = await eachInTurn(RELATED, async () => (await aCustomer(db, { name: 'Vizinha', ...row })).id)
  await plantRelationship(db, customerId, ids.change)
  await plantRelationship(db, customerId, ids.remove)
  await plantRelationship(db, customerId, ids.restore, { removedAt: new Date(), removedBy: HELENA.id })
  return ids
}

/** Relates two customers as siblings. */
export async function plantRelationship(
  db: Primary,
  one: string,
  other: string,
  over: Partial<typeof relationships.$inferInsert> = {},
): Promise<void> {
  const shared = { outgoingTagIds: [DEFAULT_TAGS.sibling], incomingTagIds: [], createdBy: HELENA.id, ...over }
  await db.insert(relationships).values([
    { ...shared, customerId: one, otherCustomerId: other },
    { ...shared, customerId: other, otherCustomerId: one },
  ])
}

/** Plants a tag for each action. */
export async function plantTags(db: Primary): Promise<RecordIds['tags']> {
  const ids = each(TAGS, () => newId())
  const tag = { name: 'madrinha de', inverseName: 'afilhada de', isSymmetric: false, place: 50 }
  await db.insert(relationshipTags).values([
    { ...tag, id: ids.change },
    { ...tag, id: ids.retire },
    { ...tag, id: ids.restore, retiredAt: new Date(), retiredBy: HELENA.id },
  ])
  return ids
}
