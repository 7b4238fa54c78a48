import { customerCommand } from '@/lib/customer-group/command'
import { touchCustomer } from '@/lib/customer-group/touch'
import { succeed } from '@/lib/kernel/command'
import { invalid, notFound } from '@/lib/kernel/result'
import { findCase, findState, nameOf, stateName, updateCase } from '../find'
import { caseMove } from '../schema'

/**
 * Puts a case into another state: a closed state closes it, an open one reopens it. The same state again changes nothing.
 * Refusal, at its field: `cases.state_unavailable`.
 */
export const moveCase = customerCommand({
  event: 'case.moved',
  permission: 'cases.write',
  input: caseMove,
  run: async (ctx, customer, { caseId, stateId }) => {
    const found = await findCase(ctx, customer.id, caseId)
    if (!found) return notFound()
    const value = { customerId: customer.id, caseId }
    if (found.stateId === stateId) return succeed(value)
    const state = await findState(ctx, stateId)
    if (!state) return invalid({ stateId: 'cases.state_unavailable' })
    const closes = state.phase === 'closed'
    await updateCase(ctx, found, {
      stateId,
      closedAt: closes ? (found.closedAt ?? ctx.now) : null,
      closedBy: closes ? (found.closedBy ?? ctx.viewer.userId) : null,
    })
    await touchCustomer(ctx, customer.id)
    return succeed(value, {
      customerId: customer.id,
      subject: `case:${caseId}`,
      details: {
        number: found.number,
        before: { caseState: await stateName(ctx, found.stateId) },
        after: { caseState: nameOf(state) },
      },
    })
  },
})
