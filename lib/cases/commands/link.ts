import { customerCommand } from '@/lib/customer-group/command'
import { touchCustomer } from '@/lib/customer-group/touch'
import { succeed, type CommandEvent } from '@/lib/kernel/command'
import { invalid, notFound } from '@/lib/kernel/result'
import { findCase } from '../find'
import { findTarget } from '../links/target'
import { deleteLink, insertLink, linkEvent } from '../links/write'
import { caseLinking, caseUnlinking } from '../schema'

/**
 * Links a case to messages, documents and conversations of the same record of the customer. Existing links stay. Refusals, at the field
 * `targets`: `cases.nothing_to_link`, and `cases.other_record` for a target of another record that was merged with this one.
 */
export const linkCase = customerCommand({
  event: 'case.linked',
  permission: 'cases.write',
  input: caseLinking,
  run: async (ctx, customer, { caseId, targets }) => {
    const found = await findCase(ctx, customer.id, caseId)
    if (!found) return notFound()
    const events: CommandEvent[] = []
    for (const asked of targets) {
      const target = await findTarget(ctx, customer.id, asked)
      if (!target) return notFound()
      if (target.customerId !== found.customerId) return invalid({ targets: 'cases.other_record' })
      if (await insertLink(ctx, found, target)) events.push(linkEvent(customer.id, found, target))
    }
    if (events.length) await touchCustomer(ctx, customer.id)
    return succeed({ customerId: customer.id, caseId }, ...events)
  },
})

/** Removes the link between a case and a message, a document or a conversation. Without such a link nothing changes. */
export const unlinkCase = customerCommand({
  event: 'case.unlinked',
  permission: 'cases.write',
  input: caseUnlinking,
  run: async (ctx, customer, { caseId, target: asked }) => {
    const found = await findCase(ctx, customer.id, caseId)
    const target = found && (await findTarget(ctx, customer.id, asked))
    if (!found || !target) return notFound()
    const value = { customerId: customer.id, caseId }
    if (!(await deleteLink(ctx, found, target))) return succeed(value)
    await touchCustomer(ctx, customer.id)
    return succeed(value, linkEvent(customer.id, found, target))
  },
})
