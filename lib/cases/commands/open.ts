import { cases } from '@/db/schema'
import { customerCommand } from '@/lib/customer-group/command'
import { touchCustomer } from '@/lib/customer-group/touch'
import { succeed } from '@/lib/kernel/command'
import { idsOf } from '@/lib/kernel/context'
import { invalid } from '@/lib/kernel/result'
import { firstState, isActiveJourney, isActiveUser } from '../find'
import { newCase } from '../schema'

/**
 * Opens a case in the first open state. Refusals, at their fields: `cases.user_unavailable`, `cases.journey_unavailable`.
 */
export const openCase = customerCommand({
  event: 'case.opened',
  permission: 'cases.write',
  input: newCase,
  run: async (ctx, customer, { customerId: _, ...form }) => {
    if (form.assignedUserId && !(await isActiveUser(ctx, form.assignedUserId)))
      return invalid({ assignedUserId: 'cases.user_unavailable' })
    if (form.journeyId && !(await isActiveJourney(ctx, form.journeyId)))
      return invalid({ journeyId: 'cases.journey_unavailable' })
    const state = await firstState(ctx)
    const id = idsOf(ctx).row()
    const [row] = await ctx.db
      .insert(cases)
      .values({
        ...form,
        customerId: customer.id,
        id,
        stateId: state.id,
        createdAt: ctx.now,
        createdBy: ctx.viewer.userId,
      })
      .returning({ number: cases.number })
    await touchCustomer(ctx, customer.id)
    const { subject, description, priority, dueOn, assignedUserId } = form
    return succeed(
      { customerId: customer.id, caseId: id },
      {
        customerId: customer.id,
        subject: `case:${id}`,
        before: null,
        after: { subject, description },
        details: { number: row!.number, after: { priority, dueOn, assignedUserId } },
      },
    )
  },
})
