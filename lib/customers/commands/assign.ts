import { and, eq, isNull } from 'drizzle-orm'
import { users } from '@/db/schema'
import { env } from '@/lib/env'
import { succeed } from '@/lib/kernel/command'
import type { WriteCtx } from '@/lib/kernel/context'
import { customerCommand } from '@/lib/customer-group/command'
import { invalid, refused } from '@/lib/kernel/result'
import { mayAssign } from '../policy'
import { save } from '../save'
import { assignment } from '../schema'

/**
 * Changes or removes the assigned user. `visible`: whether the customer is still within the viewer's scope.
 * Refusals: `customers.assign_denied` (see `mayAssign`), `customers.user_unavailable`.
 */
export const assignCustomer = customerCommand({
  event: 'customer.assigned',
  permission: 'customers.assign',
  input: assignment,
  run: async (ctx, customer, { userId }) => {
    if (!mayAssign(ctx.viewer, customer, env().ASSIGNMENT)) return refused('customers.assign_denied')
    const visible = ctx.viewer.scope.kind !== 'own' || userId === ctx.viewer.userId
    if (userId === customer.assignedUserId) return succeed({ customerId: customer.id, visible })
    if (userId && !(await isActive(ctx, userId))) return invalid({ userId: 'customers.user_unavailable' })
    await save(ctx, customer, { assignedUserId: userId })
    const details = { before: { assignedUserId: customer.assignedUserId }, after: { assignedUserId: userId } }
    return succeed({ customerId: customer.id, visible }, { customerId: customer.id, details })
  },
})

async function isActive(ctx: WriteCtx, userId: string) {
  const [user] = await ctx.db
    .select({ id: users.id })
    .from(users)
    .where(and(eq(users.id, userId), isNull(users.deactivatedAt)))
  return Boolean(user)
}
