import { eq, max } from 'drizzle-orm'
import { relationshipTags } from '@/db/schema'
import { command, succeed, type CommandEvent } from '@/lib/kernel/command'
import { idsOf, type WriteCtx } from '@/lib/kernel/context'
import { conflict, notFound, refused } from '@/lib/kernel/result'
import { newTag, oneTag, tagChange } from '../schema'
import { readTags, TAGS_MAX } from '../tags'

/** Adds a tag at the end of the list. Without words for the other direction it is symmetric. Refusal: `related.too_many_in_list`. */
export const addTag = command({
  event: 'relationship_tag.added',
  permission: 'relationships.configure',
  input: newTag,
  run: async (ctx, { name, inverseName }) => {
    if ((await readTags(ctx)).length >= TAGS_MAX) return refused('related.too_many_in_list')
    const [last] = await ctx.db.select({ place: max(relationshipTags.place) }).from(relationshipTags)
    const id = idsOf(ctx).row()
    const place = (last?.place ?? 0) + 1
    await ctx.db.insert(relationshipTags).values({ id, name, inverseName, isSymmetric: inverseName === null, place })
    return succeed({ tagId: id }, about(id, { before: null, after: { name, inverseName } }))
  },
})

/**
 * Changes the words of a tag, also on the relationships that have it. A default tag then has the admin's words in every language.
 * A symmetric tag has no words for the other direction. Refusals: `stale`, `related.no_inverse`, `related.is_symmetric`.
 */
export const changeTag = command({
  event: 'relationship_tag.changed',
  permission: 'relationships.configure',
  input: tagChange,
  run: async (ctx, { tagId, version, name, inverseName }) => {
    const tag = await lockTag(ctx, tagId)
    if (!tag) return notFound()
    const before = { name: tag.name, inverseName: tag.inverseName }
    if (tag.version !== version) return conflict('stale', before)
    if (!tag.isSymmetric && !inverseName) return refused('related.no_inverse')
    if (tag.isSymmetric && inverseName) return refused('related.is_symmetric')
    if (tag.name === name && tag.inverseName === inverseName) return succeed({ tagId })
    await update(ctx, tag, { name, inverseName })
    return succeed({ tagId }, about(tagId, { before, after: { name, inverseName } }))
  },
})

/** Retires a tag: it is no longer offered, and the relationships that have it keep it. Doing so twice changes nothing. */
export const retireTag = command({
  event: 'relationship_tag.retired',
  permission: 'relationships.configure',
  input: oneTag,
  run: async (ctx, { tagId }) => {
    const tag = await lockTag(ctx, tagId)
    if (!tag) return notFound()
    if (tag.retiredAt) return succeed({ tagId })
    await update(ctx, tag, { retiredAt: ctx.now, retiredBy: ctx.viewer.userId })
    return succeed({ tagId }, about(tagId, { retired: tag.name ?? tag.key }))
  },
})

/** Offers a retired tag again. Doing so twice changes nothing. */
export const restoreTag = command({
  event: 'relationship_tag.restored',
  permission: 'relationships.configure',
  input: oneTag,
  run: async (ctx, { tagId }) => {
    const tag = await lockTag(ctx, tagId)
    if (!tag) return notFound()
    if (!tag.retiredAt) return succeed({ tagId })
    await update(ctx, tag, { retiredAt: null, retiredBy: null })
    return succeed({ tagId }, about(tagId, { name: tag.name ?? tag.key }))
  },
})

type Tag = typeof relationshipTags.$inferSelect

async function lockTag({ db }: WriteCtx, tagId: string): Promise<Tag | null> {
  const [tag] = await db.select().from(relationshipTags).where(eq(relationshipTags.id, tagId)).for('update')
  return tag ?? null
}

const update = ({ db }: WriteCtx, { id, version }: Tag, change: Partial<Tag>) =>
  db
    .update(relationshipTags)
    .set({ ...change, version: version + 1 })
    .where(eq(relationshipTags.id, id))

const about = (tagId: string, details: Record<string, unknown>): CommandEvent => ({
  customerId: null,
  subject: `relationship_tag:${tagId}`,
  details,
})
