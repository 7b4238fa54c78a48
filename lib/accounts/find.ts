import { and, eq, sql } from 'drizzle-orm'
import { accountKeys, accounts } from '@/db/schema'
import { groupIds } from '@/lib/customer-group/scope'
import type { CommandEvent } from '@/lib/kernel/command'
import type { WriteCtx } from '@/lib/kernel/context'

export type Account = typeof accounts.$inferSelect

/** An account of the customer or of a record merged into it, linked or not; null when there is none. Call it under the customer's lock. */
export async function findAccount(ctx: WriteCtx, customerId: string, accountId: string): Promise<Account | null> {
  const [row] = await ctx.db
    .select()
    .from(accounts)
    .where(and(sql`${accounts.customerId} in ${groupIds(customerId)}`, eq(accounts.id, accountId)))
  return row ?? null
}

export async function updateAccount(ctx: WriteCtx, found: Account, change: Partial<Account>): Promise<void> {
  await ctx.db
    .update(accounts)
    .set({ ...change, version: found.version + 1 })
    .where(and(eq(accounts.customerId, found.customerId), eq(accounts.id, found.id)))
}

/** Records to which customer an account belongs. Returns false when it is linked to one already. */
export async function claimKey(
  ctx: WriteCtx,
  { source, externalId, customerId, id: accountId }: Pick<Account, 'source' | 'externalId' | 'customerId' | 'id'>,
): Promise<boolean> {
  const inserted = await ctx.db
    .insert(accountKeys)
    .values({ source, externalId, customerId, accountId })
    .onConflictDoNothing()
    .returning({ accountId: accountKeys.accountId })
  return inserted.length > 0
}

type Content = Pick<Account, 'name' | 'type' | 'product' | 'status' | 'openedOn' | 'extra'>

/** The values of an account as the history stores them. The extra ones are masked there like other systems' attributes. */
export const recorded = ({ name, type, product, status, openedOn, extra }: Content) => ({
  name,
  accountType: type,
  product,
  accountStatus: status,
  openedOn,
  attributes: extra,
})

/** An entry of the history about an account. */
export const about = (
  customerId: string,
  { id, source }: Pick<Account, 'id' | 'source'>,
  values: Pick<CommandEvent, 'event' | 'before' | 'after'> = {},
): CommandEvent => ({ customerId, subject: `customer_account:${id}`, details: { source }, ...values })
