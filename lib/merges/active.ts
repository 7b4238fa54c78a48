import { and, desc, eq, inArray, isNull } from 'drizzle-orm'
import { merges } from '@/db/schema'
import type { Ctx } from '@/lib/kernel/context'

export type Merge = typeof merges.$inferSelect

/** The newest merge of a customer's group that is not undone, or null. */
export async function newestMerge({ db }: Pick<Ctx, 'db'>, memberIds: readonly string[]): Promise<Merge | null> {
  const [newest] = await db
    .select()
    .from(merges)
    .where(and(inArray(merges.customerId, [...memberIds]), isNull(merges.undoneAt)))
    .orderBy(desc(merges.id))
    .limit(1)
  return newest ?? null
}

/** The merge that absorbed a record, or null: records that were merged by another system have none. */
export async function mergeThatAbsorbed({ db }: Pick<Ctx, 'db'>, recordId: string): Promise<Merge | null> {
  const [merge] = await db
    .select()
    .from(merges)
    .where(and(eq(merges.absorbedId, recordId), isNull(merges.undoneAt)))
    .orderBy(desc(merges.id))
    .limit(1)
  return merge ?? null
}
