import { and, eq, isNull } from 'drizzle-orm'
import { archiveRequests } from '@/db/schema'
import { enqueue } from '@/lib/jobs/boss'
import { succeed } from '@/lib/kernel/command'
import { customerCommand } from '@/lib/customer-group/command'
import { newId } from '@/lib/values/ids'
import { notFound, refused } from '@/lib/kernel/result'
import { findDocument } from '../find'
import { oneDocument } from '../schema'
import { stateOf } from '../state'

/**
 * Asks for an archived document: a job brings its file back and mails the viewer a link (D6). Asking again while waiting changes nothing.
 * Refusals: `documents.not_archived`.
 */
export const requestArchived = customerCommand({
  event: 'document.requested',
  permission: 'documents.read',
  input: oneDocument,
  run: async (ctx, customer, { documentId }) => {
    const found = await findDocument(ctx, customer.id, documentId)
    if (!found) return notFound()
    const { customerId, title, number } = found.document
    if (stateOf(found.document) !== 'archived') return refused('documents.not_archived')
    const value = { customerId: customer.id, documentId }
    const mine = and(eq(archiveRequests.documentId, documentId), eq(archiveRequests.requestedBy, ctx.viewer.userId))
    const [waiting] = await ctx.db
      .select({ id: archiveRequests.id })
      .from(archiveRequests)
      .where(
        and(
          eq(archiveRequests.customerId, customerId),
          mine,
          isNull(archiveRequests.readyAt),
          isNull(archiveRequests.failedAt),
        ),
      )
    if (waiting) return succeed(value)
    const id = newId()
    await ctx.db
      .insert(archiveRequests)
      .values({ customerId, id, documentId, requestedBy: ctx.viewer.userId, requestedAt: ctx.now })
    await enqueue(ctx.db, 'bring-back-document', { customerId, requestId: id })
    return succeed(value, { customerId: customer.id, subject: `document:${documentId}`, after: { title, number } })
  },
})
