import { caseComments } from '@/db/schema'
import { customerCommand } from '@/lib/customer-group/command'
import { touchCustomer } from '@/lib/customer-group/touch'
import { succeed } from '@/lib/kernel/command'
import { idsOf } from '@/lib/kernel/context'
import { notFound } from '@/lib/kernel/result'
import { findCase } from '../find'
import { newComment } from '../schema'

/** Adds an internal comment to a case, open or closed. Comments are never changed afterwards. */
export const commentOnCase = customerCommand({
  event: 'case.commented',
  permission: 'cases.write',
  input: newComment,
  run: async (ctx, customer, { caseId, body }) => {
    const found = await findCase(ctx, customer.id, caseId)
    if (!found) return notFound()
    const id = idsOf(ctx).row()
    await ctx.db.insert(caseComments).values({
      customerId: found.customerId,
      caseId,
      id,
      body,
      authorId: ctx.viewer.userId,
      createdAt: ctx.now,
    })
    await touchCustomer(ctx, customer.id)
    return succeed(
      { customerId: customer.id, caseId },
      {
        customerId: customer.id,
        subject: `case:${caseId}`,
        before: null,
        after: { comment: body },
        details: { number: found.number },
      },
    )
  },
})
