import { and, eq, inArray } from 'drizzle-orm'
import { attachments, cases } from '@/db/schema'
import { customerCommand } from '@/lib/customer-group/command'
import { groupIds } from '@/lib/customer-group/scope'
import { touchCustomer } from '@/lib/customer-group/touch'
import { enqueue } from '@/lib/jobs/boss'
import { succeed } from '@/lib/kernel/command'
import { notFound } from '@/lib/kernel/result'
import { oneAttachment } from '../schema'
import { eventSubject } from '../subject'

/**
 * Deletes an attachment: its row stays with who deleted it, when and why, and a job deletes its file. Deleting it again changes nothing.
 */
export const deleteAttachment = customerCommand({
  event: 'attachment.deleted',
  permission: 'attachments.delete',
  input: oneAttachment,
  run: async (ctx, customer, { attachmentId, reason }) => {
    const isSame = and(inArray(attachments.customerId, groupIds(customer.id)), eq(attachments.id, attachmentId))
    const [found] = await ctx.db
      .select({ attachment: attachments, number: cases.number })
      .from(attachments)
      .leftJoin(cases, and(eq(cases.customerId, attachments.customerId), eq(cases.id, attachments.caseId)))
      .where(isSame)
    if (!found) return notFound()
    const { attachment, number } = found
    const value = { customerId: customer.id, attachmentId }
    if (attachment.retiredAt) return succeed(value)
    await ctx.db
      .update(attachments)
      .set({ retiredAt: ctx.now, retiredBy: ctx.viewer.userId, retiredReason: reason })
      .where(isSame)
    await enqueue(ctx.db, 'drop-content', { key: attachment.storageKey })
    await touchCustomer(ctx, customer.id)
    return succeed(value, {
      customerId: customer.id,
      subject: eventSubject(attachment),
      before: { fileName: attachment.name },
      after: reason ? { reason } : null,
      details: { ...(number && { number }), fileType: attachment.type },
    })
  },
})
