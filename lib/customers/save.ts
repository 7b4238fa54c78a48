import { eq } from 'drizzle-orm'
import { customers } from '@/db/schema'
import type { WriteCtx } from '@/lib/kernel/context'
import type { Customer } from '@/lib/customer-group/lock'
import { indexNames } from './index-names'

type Changes = Partial<typeof customers.$inferInsert>

const INDEXED = ['name', 'preferredName', 'storeId', 'assignedUserId'] as const

/** Writes columns of a locked customer under a new version, and updates the search index. */
export async function save(ctx: WriteCtx, customer: Customer, changes: Changes): Promise<void> {
  await ctx.db
    .update(customers)
    .set({ ...changes, version: customer.version + 1, updatedAt: ctx.now, lastActivityAt: ctx.now })
    .where(eq(customers.id, customer.id))
  if (INDEXED.some((key) => key in changes && changes[key] !== customer[key])) await indexNames(ctx.db, [customer.id])
}
