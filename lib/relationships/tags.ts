import { asc, eq } from 'drizzle-orm'
import { relationshipTags } from '@/db/schema'
import type { Ctx } from '@/lib/kernel/context'
import { query } from '@/lib/kernel/query'
import { isUuid } from '@/lib/values/ids'

export type Tag = typeof relationshipTags.$inferSelect

/** How many tags there can be. */
export const TAGS_MAX = 100

/** All tags in their order, retired ones included: a relationship may still have one. There are `TAGS_MAX` at most. */
export const listTags = query('customers.read', (ctx): Promise<Tag[]> => readTags(ctx))

/** One tag, or null. */
export const getTag = query('relationships.configure', async (ctx, tagId: string | undefined): Promise<Tag | null> => {
  if (!isUuid(tagId)) return null
  const [tag] = await ctx.db.select().from(relationshipTags).where(eq(relationshipTags.id, tagId))
  return tag ?? null
})

export const readTags = (ctx: Pick<Ctx, 'db'>): Promise<Tag[]> =>
  ctx.db.select().from(relationshipTags).orderBy(asc(relationshipTags.place), asc(relationshipTags.id)).limit(TAGS_MAX)
