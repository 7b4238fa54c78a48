import { and, eq, isNull } from 'drizzle-orm'
import { accountKeys, accounts } from '@/db/schema'
import type { MergeContribution } from '@/lib/contributions/merge'
import { countRows, newestRows, wantedRows } from '@/lib/contributions/merge-rows'

/** The accounts of a customer in other systems. */
export const accountsInMerge: MergeContribution = {
  permission: 'customers.read',
  includedByDefault: true,
  count: (ctx, memberIds) => countRows(ctx, accounts, memberIds, isNull(accounts.unlinkedAt)),
  list: async ({ db }, wanted) => {
    const { customerId, id, name, source, createdAt } = accounts
    const rows = await db
      .select({ customerId, id, name, source, createdAt })
      .from(accounts)
      .where(wantedRows(accounts, wanted))
      .orderBy(...newestRows(accounts))
      .limit(wanted.limit)
    return rows.map(({ name: account, source: system, ...row }) => ({ ...row, label: `${account} · ${system}` }))
  },
  give: async ({ db }, { from, to, id }) => {
    await db
      .update(accounts)
      .set({ customerId: to })
      .where(and(eq(accounts.customerId, from), eq(accounts.id, id)))
    await db
      .update(accountKeys)
      .set({ customerId: to })
      .where(and(eq(accountKeys.customerId, from), eq(accountKeys.accountId, id)))
  },
}
