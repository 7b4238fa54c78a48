import { and, eq } from 'drizzle-orm'
import { accountKeys, accounts } from '@/db/schema'
import { scopedTo } from '@/lib/access/scope'
import { customerCommand } from '@/lib/customer-group/command'
import { lockGroups } from '@/lib/customer-group/lock'
import { touchCustomer } from '@/lib/customer-group/touch'
import { command, succeed } from '@/lib/kernel/command'
import { idsOf } from '@/lib/kernel/context'
import { notFound, refused } from '@/lib/kernel/result'
import { about, claimKey, findAccount, recorded, updateAccount } from '../find'
import { accountLink, oneAccount } from '../schema'

/** Unlinks an account from its customer. The account stays, with who unlinked it and when. Doing so twice changes nothing. */
export const unlinkAccount = customerCommand({
  event: 'customer_account.unlinked',
  permission: 'customers.edit',
  input: oneAccount,
  run: async (ctx, customer, { accountId }) => {
    const found = await findAccount(ctx, customer.id, accountId)
    if (!found) return notFound()
    const value = { customerId: customer.id, accountId }
    if (found.unlinkedAt) return succeed(value)
    const { source, externalId } = found
    await ctx.db.delete(accountKeys).where(and(eq(accountKeys.source, source), eq(accountKeys.externalId, externalId)))
    await updateAccount(ctx, found, { unlinkedAt: ctx.now, unlinkedBy: ctx.viewer.userId })
    await touchCustomer(ctx, customer.id)
    const before = { name: found.name, accountNumber: externalId }
    return succeed(value, about(customer.id, found, { before, after: null }))
  },
})

/** Links an unlinked account to its customer again. Refusal: `accounts.linked_elsewhere`. Doing so twice changes nothing. */
export const relinkAccount = customerCommand({
  event: 'customer_account.linked',
  permission: 'customers.edit',
  input: oneAccount,
  run: async (ctx, customer, { accountId }) => {
    const found = await findAccount(ctx, customer.id, accountId)
    if (!found) return notFound()
    const value = { customerId: customer.id, accountId }
    if (!found.unlinkedAt) return succeed(value)
    if (!(await claimKey(ctx, found))) return refused('accounts.linked_elsewhere')
    await updateAccount(ctx, found, { unlinkedAt: null, unlinkedBy: null })
    await touchCustomer(ctx, customer.id)
    const after = { name: found.name, accountNumber: found.externalId }
    return succeed(value, about(customer.id, found, { before: null, after }))
  },
})

/**
 * Links an unlinked account to another customer, who gets a copy of it; the former customer keeps the unlinked one. Refusals: not found,
 * when one of the customers is absent or out of scope; `accounts.same_customer`, `accounts.still_linked`, `accounts.linked_elsewhere`.
 */
export const linkAccountTo = command({
  event: 'customer_account.linked',
  permission: 'customers.edit',
  input: accountLink,
  run: async (ctx, { customerId, accountId, toCustomerId }) => {
    const groups = await lockGroups(ctx.db, [customerId, toCustomerId], scopedTo(ctx.viewer))
    const [from, to] = [groups.get(customerId), groups.get(toCustomerId)]
    const found = from && to && (await findAccount(ctx, from.survivorId, accountId))
    if (!found) return notFound()
    if (from.survivorId === to.survivorId) return refused('accounts.same_customer')
    if (!found.unlinkedAt) return refused('accounts.still_linked')
    const copy = { ...found, customerId: to.survivorId, id: idsOf(ctx).row(), version: 1 }
    if (!(await claimKey(ctx, copy))) return refused('accounts.linked_elsewhere')
    const created = { createdAt: ctx.now, createdBy: ctx.viewer.userId, unlinkedAt: null, unlinkedBy: null }
    await ctx.db.insert(accounts).values({ ...copy, ...created })
    await touchCustomer(ctx, to.survivorId)
    const after = { ...recorded(copy), accountNumber: copy.externalId }
    const value = { customerId: to.survivorId, accountId: copy.id }
    return succeed(value, about(to.survivorId, copy, { before: null, after }))
  },
})
