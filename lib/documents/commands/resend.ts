import { and, eq, inArray } from 'drizzle-orm'
import { documentFiles, type DeliveryPayload } from '@/db/schema'
import { succeed } from '@/lib/kernel/command'
import type { WriteCtx } from '@/lib/kernel/context'
import { customerCommand } from '@/lib/customer-group/command'
import { touchCustomer } from '@/lib/customer-group/touch'
import { notFound, refused } from '@/lib/kernel/result'
import { destinationOf } from '@/lib/sending/destination'
import { messageContainsLink } from '@/lib/sending/journey-text'
import { linkToDocuments } from '@/lib/sending/link-to-documents'
import { planSend } from '@/lib/sending/plan-send'
import { pdfFileName } from '@/lib/values/pdf-file-name'
import { documentsToSend, type ToSend } from '../to-send'
import { resend } from '../schema'

/** Mail servers often refuse larger mails. Larger documents need a message with a link. */
const ATTACHED_BYTES_MAX = 15 * 1024 * 1024

/**
 * Sends the ticked documents of one kit again (D3): attached to an e-mail, and in any channel behind a link, which also leads to the
 * acceptances that wait. Refusals: `documents.none_ticked`, `.not_available`, `.no_journey`, `.message_without_link`, `.too_large_to_attach`, and those of `planSend`.
 */
export const resendDocuments = customerCommand({
  event: 'message.resent',
  permission: 'messages.send',
  input: resend,
  run: async (
    ctx,
    customer,
    { kitId, documents: ticked, journeyId, channel, messageId, overrideReason, ...chosen },
  ) => {
    if (!ticked.length) return refused('documents.none_ticked')
    const found = await documentsToSend(ctx, customer.id, kitId, ticked)
    if (!found) return notFound()
    if (!found.journeyId) return refused('documents.no_journey')
    if (found.documents.some((document) => document.state !== 'available')) return refused('documents.not_available')
    const attachments = channel === 'email' ? await attachmentsOf(ctx, found.documents) : undefined
    if (!attachments && !(await messageContainsLink(ctx, messageId)))
      return refused(channel === 'email' ? 'documents.too_large_to_attach' : 'documents.message_without_link')
    const planned = await planSend(ctx, customer, {
      channel,
      journeyId,
      message: { journeyMessageId: messageId },
      to: destinationOf(chosen),
      documents: found.documents,
      attachments,
      link: (send) => linkToDocuments(ctx, customer.id, send, found.documents),
      overrideReason,
    })
    if (!planned.ok) return planned
    await touchCustomer(ctx, customer.id)
    return succeed({ customerId: customer.id, sendId: planned.sendId }, planned.event)
  },
})

/** The final PDF where there is one, else the original. */
async function attachmentsOf(ctx: WriteCtx, documents: ToSend[]): Promise<DeliveryPayload['attachments']> {
  const rows = await ctx.db
    .selectDistinctOn([documentFiles.documentId], {
      name: documentFiles.name,
      storageKey: documentFiles.storageKey,
      bytes: documentFiles.bytes,
    })
    .from(documentFiles)
    .where(
      and(
        eq(documentFiles.customerId, documents[0]!.customerId),
        inArray(
          documentFiles.documentId,
          documents.map((d) => d.id),
        ),
      ),
    )
    .orderBy(documentFiles.documentId, documentFiles.role)
  const total = rows.reduce((sum, row) => sum + row.bytes, 0)
  return total > ATTACHED_BYTES_MAX
    ? undefined
    : rows.map(({ name, storageKey }) => ({ name: pdfFileName(name), storageKey }))
}
