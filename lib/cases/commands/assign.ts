import { eq } from 'drizzle-orm'
import { users } from '@/db/schema'
import { customerCommand } from '@/lib/customer-group/command'
import { touchCustomer } from '@/lib/customer-group/touch'
import { succeed } from '@/lib/kernel/command'
import type { WriteCtx } from '@/lib/kernel/context'
import { invalid, notFound, refused } from '@/lib/kernel/result'
import { findCase, isActiveUser, updateCase, type Case } from '../find'
import { caseAssignment, caseTaking } from '../schema'

/**
 * Assigns a case that nobody has to the viewer. If two viewers do this at once, one gets it, and the refusal of the other names that person.
 * Refusal: `cases.taken`.
 */
export const takeCase = customerCommand({
  event: 'case.assigned',
  permission: 'cases.write',
  input: caseTaking,
  run: async (ctx, customer, { caseId }) => {
    const found = await findCase(ctx, customer.id, caseId)
    if (!found) return notFound()
    const { userId } = ctx.viewer
    if (found.assignedUserId && found.assignedUserId !== userId) return takenBy(ctx, found.assignedUserId)
    return assign(ctx, customer.id, found, userId)
  },
})

/**
 * Assigns a case to a user, or to nobody. Refusals: `cases.taken` or `cases.unassigned_meanwhile`, if somebody else changed the assignment since the page was
 * opened; field `userId`: `cases.user_unavailable`.
 */
export const assignCase = customerCommand({
  event: 'case.assigned',
  permission: 'cases.write',
  input: caseAssignment,
  run: async (ctx, customer, { caseId, from, userId }) => {
    const found = await findCase(ctx, customer.id, caseId)
    if (!found) return notFound()
    if (found.assignedUserId !== userId && found.assignedUserId !== from)
      return found.assignedUserId ? takenBy(ctx, found.assignedUserId) : refused('cases.unassigned_meanwhile')
    if (userId && userId !== found.assignedUserId && !(await isActiveUser(ctx, userId)))
      return invalid({ userId: 'cases.user_unavailable' })
    return assign(ctx, customer.id, found, userId)
  },
})

async function assign(ctx: WriteCtx, customerId: string, found: Case, userId: string | null) {
  const value = { customerId, caseId: found.id }
  if (found.assignedUserId === userId) return succeed(value)
  await updateCase(ctx, found, { assignedUserId: userId })
  await touchCustomer(ctx, customerId)
  return succeed(value, {
    customerId,
    subject: `case:${found.id}`,
    details: {
      number: found.number,
      before: { assignedUserId: found.assignedUserId },
      after: { assignedUserId: userId },
    },
  })
}

async function takenBy(ctx: WriteCtx, userId: string) {
  const [user] = await ctx.db.select({ name: users.name }).from(users).where(eq(users.id, userId))
  return refused('cases.taken', { name: user?.name ?? '' })
}
