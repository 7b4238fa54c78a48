import { customerCommand } from '@/lib/customer-group/command'
import { touchCustomer } from '@/lib/customer-group/touch'
import { succeed } from '@/lib/kernel/command'
import type { WriteCtx } from '@/lib/kernel/context'
import { conflict, invalid, notFound } from '@/lib/kernel/result'
import { campaignName, findCase, isActiveJourney, updateCase, type Case } from '../find'
import { caseChange } from '../schema'

const FIELDS = ['subject', 'priority', 'dueOn', 'journeyId'] as const

/**
 * Changes the subject, the priority, the due date or the campaign. A campaign that was retired since may stay.
 * Refusals: `stale`; field `journeyId`: `cases.journey_unavailable`.
 */
export const changeCase = customerCommand({
  event: 'case.changed',
  permission: 'cases.write',
  input: caseChange,
  run: async (ctx, customer, { caseId, version, customerId: _, ...next }) => {
    const found = await findCase(ctx, customer.id, caseId)
    if (!found) return notFound()
    const { subject, priority, dueOn, journeyId } = found
    if (found.version !== version) return conflict('stale', { subject, priority, dueOn, journeyId })
    const changed = FIELDS.filter((field) => found[field] !== next[field])
    const value = { customerId: customer.id, caseId }
    if (!changed.length) return succeed(value)
    if (next.journeyId && changed.includes('journeyId') && !(await isActiveJourney(ctx, next.journeyId)))
      return invalid({ journeyId: 'cases.journey_unavailable' })
    await updateCase(ctx, found, next)
    await touchCustomer(ctx, customer.id)
    return succeed(value, {
      customerId: customer.id,
      subject: `case:${caseId}`,
      before: await recorded(ctx, changed, found),
      after: await recorded(ctx, changed, next),
      details: { number: found.number },
    })
  },
})

/** The changed fields as the history shows them: the campaign by its name. */
async function recorded(
  ctx: WriteCtx,
  changed: readonly (typeof FIELDS)[number][],
  from: Pick<Case, (typeof FIELDS)[number]>,
) {
  const { journeyId, ...others } = Object.fromEntries(changed.map((field) => [field, from[field]]))
  return { ...others, ...(changed.includes('journeyId') && { campaign: await campaignName(ctx, journeyId ?? null) }) }
}
