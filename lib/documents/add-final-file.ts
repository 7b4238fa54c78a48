import { and, eq } from 'drizzle-orm'
import type { Primary } from '@/db/handles'
import { documentFiles, documents } from '@/db/schema'

type FinalFile = Omit<typeof documentFiles.$inferInsert, 'customerId' | 'documentId' | 'role'>

/**
 * Adds the final PDF to a document, inside the caller's transaction. It locks the document's row, so that a deletion at the same moment finds
 * this file too. Returns false, and adds nothing, when the document is deleted.
 */
export async function addFinalFile(
  tx: Primary,
  { customerId, documentId }: { customerId: string; documentId: string },
  file: FinalFile,
): Promise<boolean> {
  const [row] = await tx
    .select({ deletedAt: documents.deletedAt })
    .from(documents)
    .where(and(eq(documents.customerId, customerId), eq(documents.id, documentId)))
    .for('share')
  if (!row || row.deletedAt) return false
  await tx.insert(documentFiles).values({ customerId, documentId, role: 'final', ...file })
  return true
}
