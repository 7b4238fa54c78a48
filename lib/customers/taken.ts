import { and, eq, ne, sql } from 'drizzle-orm'
import { customers } from '@/db/schema'
import type { Ctx } from '@/lib/kernel/context'
import { scopedTo } from '@/lib/kernel/scope'

type Document = { documentType: string | null; documentNumber: string | null }

/**
 * Whether another customer within the viewer's scope already has this document.
 * Holds a lock on the number until the transaction ends, so that two people cannot register it at once.
 */
export async function isDocumentTaken(ctx: Ctx, document: Document, exceptId: string): Promise<boolean> {
  const { documentType, documentNumber } = document
  if (!documentType || !documentNumber) return false
  await ctx.db.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`${documentType}:${documentNumber}`}, 0))`)
  const [other] = await ctx.db
    .select({ id: customers.id })
    .from(customers)
    .where(
      and(eq(customers.documentNumber, documentNumber), eq(customers.documentType, documentType as never), ne(customers.id, exceptId), scopedTo(ctx.viewer)),
    )
    .limit(1)
  return Boolean(other)
}
