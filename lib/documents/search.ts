import { and, inArray, sql } from 'drizzle-orm'
import { documents } from '@/db/schema'
import { rowsExamined, whereInScope, type SearchProbe } from '@/lib/contributions/search'
import { survivorIdAs } from '@/lib/customer-group/scope'
import type { Ctx } from '@/lib/kernel/context'

/** Finds customers by the complete number of a document. Several documents may have the same number; each customer is found once, by the newest. */
export const probeDocumentNumber: SearchProbe<string> = (number, window) => {
  const { viewer, after } = window
  const further = after ? sql` and n.customer_id > ${after.id}::uuid` : sql``
  return sql`select r.key, r.id, ${survivorIdAs('c')} as root, r.detail from (
    select distinct on (n.customer_id) n.number as key, n.customer_id as id, n.document_id::text as detail from document_numbers n
    where n.number = ${number}${further} order by n.customer_id, n.document_id desc limit ${rowsExamined(window)}) r
    join customers c on c.id = r.id ${whereInScope(viewer, survivorIdAs('c'))}`
}

export type FoundDocument = { id: string; number: string; title: string }

/** Documents by the ids that the probe found; empty for a viewer who may not read documents. */
export async function listFoundDocuments(
  ctx: Ctx,
  found: readonly { customerId: string; documentId: string }[],
): Promise<FoundDocument[]> {
  if (!found.length || !ctx.viewer.can('documents.read')) return []
  const customerIds = found.map(({ customerId }) => customerId)
  const documentIds = found.map(({ documentId }) => documentId)
  return ctx.db
    .select({ id: documents.id, number: documents.number, title: documents.title })
    .from(documents)
    .where(and(inArray(documents.customerId, customerIds), inArray(documents.id, documentIds)))
}
