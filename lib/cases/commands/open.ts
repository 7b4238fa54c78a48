import type { z } from 'zod'
import { cases } from '@/db/schema'
import { customerCommand } from '@/lib/customer-group/command'
import type { Customer } from '@/lib/customer-group/lock'
import { touchCustomer } from '@/lib/customer-group/touch'
import { succeed, type Outcome } from '@/lib/kernel/command'
import { idsOf, type WriteCtx } from '@/lib/kernel/context'
import { invalid, notFound } from '@/lib/kernel/result'
import { firstState, isActiveJourney, isActiveUser } from '../find'
import { findTarget } from '../links/target'
import { insertLink, linkEvent } from '../links/write'
import { newCase } from '../schema'

/**
 * Opens a case in the first open state, linked to the message, the document or the conversation that the form names. It then belongs to the
 * same record of the customer as that. Refusals, at their fields: `cases.user_unavailable`, `cases.journey_unavailable`.
 */
export const openCase = customerCommand({
  event: 'case.opened',
  permission: 'cases.write',
  input: newCase,
  run: insertCase,
})

type NewCase = z.output<typeof newCase>

/** The change of `openCase`, for a command that does more in the same transaction. */
export async function insertCase(
  ctx: WriteCtx,
  customer: Customer,
  { customerId: _, target: asked, ...form }: NewCase,
): Promise<Outcome<{ customerId: string; caseId: string }>> {
  if (form.assignedUserId && !(await isActiveUser(ctx, form.assignedUserId)))
    return invalid({ assignedUserId: 'cases.user_unavailable' })
  if (form.journeyId && !(await isActiveJourney(ctx, form.journeyId)))
    return invalid({ journeyId: 'cases.journey_unavailable' })
  const target = asked && (await findTarget(ctx, customer.id, asked))
  if (asked && !target) return notFound()
  const state = await firstState(ctx)
  const id = idsOf(ctx).row()
  const customerId = target?.customerId ?? customer.id
  const [row] = await ctx.db
    .insert(cases)
    .values({
      ...form,
      customerId,
      id,
      stateId: state.id,
      createdAt: ctx.now,
      createdBy: ctx.viewer.userId,
    })
    .returning({ number: cases.number })
  const opened = { customerId, id, number: row!.number }
  if (target) await insertLink(ctx, opened, target)
  await touchCustomer(ctx, customer.id)
  const { subject, description, priority, dueOn, assignedUserId } = form
  return succeed(
    { customerId: customer.id, caseId: id },
    {
      customerId: customer.id,
      subject: `case:${id}`,
      before: null,
      after: { subject, description },
      details: { number: opened.number, after: { priority, dueOn, assignedUserId } },
    },
    ...(target ? [{ ...linkEvent(customer.id, opened, target), event: 'case.linked' as const }] : []),
  )
}
