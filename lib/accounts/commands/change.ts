import { customerCommand } from '@/lib/customer-group/command'
import { touchCustomer } from '@/lib/customer-group/touch'
import { succeed } from '@/lib/kernel/command'
import { conflict, notFound } from '@/lib/kernel/result'
import { about, findAccount, recorded, updateAccount } from '../find'
import { accountChange } from '../schema'

const FIELDS = ['name', 'type', 'product', 'status', 'openedOn'] as const

/**
 * Changes the values of a linked account; source and number stay. A form whose viewer sees masked extra data has no field for it, and that data
 * stays. Refusal: `stale`.
 */
export const changeAccount = customerCommand({
  event: 'customer_account.changed',
  permission: 'customers.edit',
  input: accountChange,
  run: async (ctx, customer, { accountId, version, customerId: _, extra, ...form }) => {
    const found = await findAccount(ctx, customer.id, accountId)
    if (!found || found.unlinkedAt) return notFound()
    const { name, type, product, status, openedOn } = found
    if (found.version !== version) return conflict('stale', { name, type, product, status, openedOn })
    const next = { ...form, extra: extra ?? found.extra }
    const value = { customerId: customer.id, accountId }
    const isSame = FIELDS.every((field) => found[field] === next[field]) && sorted(found.extra) === sorted(next.extra)
    if (isSame) return succeed(value)
    await updateAccount(ctx, found, next)
    await touchCustomer(ctx, customer.id)
    return succeed(value, about(customer.id, found, { before: recorded(found), after: recorded(next) }))
  },
})

const sorted = (extra: Record<string, string>) => JSON.stringify(Object.entries(extra).sort())
