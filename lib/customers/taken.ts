import { and, eq, ne } from 'drizzle-orm'
import { customers } from '@/db/schema'
import type { WriteCtx } from '@/lib/kernel/context'
import { lockTaxIds } from './lock-tax-ids'
import { scopedTo } from '@/lib/access/scope'

type Document = { documentType: string | null; documentNumber: string | null }

/**
 * Whether another customer within the viewer's scope already has this document.
 * Locks the number until the transaction ends, so that two people cannot register it at once.
 */
export async function isTaxIdTaken(ctx: WriteCtx, document: Document, exceptId: string): Promise<boolean> {
  const { documentType, documentNumber } = document
  if (!documentType || !documentNumber) return false
  await lockTaxIds(ctx.db, [{ type: documentType, number: documentNumber }])
  const [other] = await ctx.db
    .select({ id: customers.id })
    .from(customers)
    .where(
      and(
        eq(customers.documentNumber, documentNumber),
        eq(customers.documentType, documentType as never),
        ne(customers.id, exceptId),
        scopedTo(ctx.viewer),
      ),
    )
    .limit(1)
  return Boolean(other)
}
