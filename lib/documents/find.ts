import { and, eq, inArray } from 'drizzle-orm'
import { documentKits, documents } from '@/db/schema'
import type { Ctx } from '@/lib/kernel/context'
import { isUuid } from '@/lib/values/ids'
import { groupIds } from '@/lib/customer-group/scope'

/** Finds a document of a customer's group, with its kit. The caller must have checked the customer's scope. */
export async function findDocument(ctx: Pick<Ctx, 'db'>, rootId: string, documentId: string | undefined) {
  if (!isUuid(documentId)) return null
  const [row] = await ctx.db
    .select({ document: documents, kit: documentKits })
    .from(documents)
    .innerJoin(
      documentKits,
      and(eq(documentKits.customerId, documents.customerId), eq(documentKits.id, documents.kitId)),
    )
    .where(and(inArray(documents.customerId, groupIds(rootId)), eq(documents.id, documentId)))
  return row ?? null
}

export type FoundDocument = NonNullable<Awaited<ReturnType<typeof findDocument>>>
