import { and, eq, inArray } from 'drizzle-orm'
import { acceptances, documentFiles, documents } from '@/db/schema'
import { enqueue } from '@/lib/jobs/boss'
import { succeed } from '@/lib/kernel/command'
import { customerCommand } from '@/lib/customer-group/command'
import { touchCustomer } from '@/lib/customer-group/touch'
import { notFound, refused } from '@/lib/kernel/result'
import { findDocument } from '../find'
import { oneDocument } from '../schema'

/**
 * Deletes a document: its row stays with who deleted it and when (D7), and a job deletes its files. Deleting it again changes nothing.
 * Refusals: `documents.acceptance_waiting`, while an acceptance of it waits for approval or for the customer.
 */
export const deleteDocument = customerCommand({
  event: 'document.deleted',
  permission: 'documents.delete',
  input: oneDocument,
  run: async (ctx, customer, { documentId }) => {
    const found = await findDocument(ctx, customer.id, documentId)
    if (!found) return notFound()
    const { customerId, title, number, deletedAt } = found.document
    const value = { customerId: customer.id, documentId }
    if (deletedAt) return succeed(value)
    const [waiting] = await ctx.db
      .select({ id: acceptances.id })
      .from(acceptances)
      .where(
        and(
          eq(acceptances.customerId, customerId),
          eq(acceptances.documentId, documentId),
          inArray(acceptances.status, ['pending', 'waiting']),
        ),
      )
      .limit(1)
    if (waiting) return refused('documents.acceptance_waiting')
    await ctx.db
      .update(documents)
      .set({ deletedAt: ctx.now, deletedBy: ctx.viewer.userId })
      .where(and(eq(documents.customerId, customerId), eq(documents.id, documentId)))
    const files = await ctx.db
      .select({ key: documentFiles.storageKey })
      .from(documentFiles)
      .where(and(eq(documentFiles.customerId, customerId), eq(documentFiles.documentId, documentId)))
    for (const { key } of files) await enqueue(ctx.db, 'drop-content', { key })
    await touchCustomer(ctx, customer.id)
    return succeed(value, {
      customerId: customer.id,
      subject: `document:${documentId}`,
      before: { title, number },
      after: null,
    })
  },
})
