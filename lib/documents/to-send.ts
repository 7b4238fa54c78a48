import { and, eq, inArray } from 'drizzle-orm'
import { documentKits, documents } from '@/db/schema'
import type { WriteCtx } from '@/lib/kernel/context'
import { groupIds } from '@/lib/customer-group/scope'
import { stateOf, type DocumentState } from './state'

export type ToSend = { customerId: string; id: string; title: string; state: DocumentState }

/** Returns the selected documents of a kit, in its order, and its journey, or null if one of them does not exist. */
export async function documentsToSend(
  ctx: WriteCtx,
  rootId: string,
  kitId: string,
  ticked: string[],
): Promise<{ journeyId: string | null; documents: ToSend[] } | null> {
  const rows = await ctx.db
    .select({ document: documents, journeyId: documentKits.journeyId })
    .from(documents)
    .innerJoin(
      documentKits,
      and(eq(documentKits.customerId, documents.customerId), eq(documentKits.id, documents.kitId)),
    )
    .where(
      and(inArray(documents.customerId, groupIds(rootId)), eq(documents.kitId, kitId), inArray(documents.id, ticked)),
    )
    .orderBy(documents.position)
  if (rows.length !== new Set(ticked).size) return null
  return {
    journeyId: rows[0]!.journeyId,
    documents: rows.map(({ document: { customerId, id, title, ...row } }) => ({
      customerId,
      id,
      title,
      state: stateOf(row),
    })),
  }
}
