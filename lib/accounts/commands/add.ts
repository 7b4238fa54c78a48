import { accounts } from '@/db/schema'
import { customerCommand } from '@/lib/customer-group/command'
import { touchCustomer } from '@/lib/customer-group/touch'
import { succeed } from '@/lib/kernel/command'
import { idsOf } from '@/lib/kernel/context'
import { invalid } from '@/lib/kernel/result'
import { about, claimKey, recorded } from '../find'
import { newAccount } from '../schema'

/**
 * Adds an account to a customer (M2). Its source and number identify it. Refusal, at the field `externalId`: `accounts.taken`, when it is
 * linked to a customer already. The budget limits how often somebody can find that out.
 */
export const addAccount = customerCommand({
  event: 'customer_account.added',
  permission: 'customers.edit',
  budget: 'customer_creations',
  input: newAccount,
  run: async (ctx, customer, { customerId: _, extra, ...form }) => {
    const id = idsOf(ctx).row()
    const account = { ...form, extra: extra ?? {}, customerId: customer.id, id }
    if (!(await claimKey(ctx, account))) return invalid({ externalId: 'accounts.taken' })
    await ctx.db.insert(accounts).values({ ...account, createdAt: ctx.now, createdBy: ctx.viewer.userId })
    await touchCustomer(ctx, customer.id)
    const after = { ...recorded(account), accountNumber: form.externalId }
    return succeed({ customerId: customer.id, accountId: id }, about(customer.id, account, { before: null, after }))
  },
})
