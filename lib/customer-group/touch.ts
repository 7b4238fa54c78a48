import { eq, sql, type SQL } from 'drizzle-orm'
import type { Primary } from '@/db/handles'
import { customers } from '@/db/schema'
import type { WriteCtx } from '@/lib/kernel/context'
import { survivorIdAs } from './scope'

/** Records that staff changed something about the customer, which moves the customer up in the list ordered by newest activity. */
export async function touchCustomer(ctx: WriteCtx, customerId: string): Promise<void> {
  await ctx.db
    .update(customers)
    .set({ updatedAt: ctx.now, lastActivityAt: ctx.now })
    .where(eq(customers.id, customerId))
}

/** Records on the surviving record that the customer did something. `updated_at` stays, and an older activity changes nothing. */
export async function recordActivity(tx: Primary, customerId: string, at: Date): Promise<void> {
  await tx
    .update(customers)
    .set({ lastActivityAt: sql`greatest(${customers.lastActivityAt}, ${at.toISOString()}::timestamptz)` })
    .where(sql`${customers.id} = (select ${survivorIdAs('r')} from customers r where r.id = ${customerId})`)
}

/**
 * An UPDATE, for a larger statement, that records the last interaction of many customers. `latest` is a select of `customer_id`,
 * `occurred_at` and `channel`, one row for each customer; an older interaction changes nothing.
 */
export const recordLastInteractions = (latest: SQL): SQL => sql`update customers c
  set last_interaction_at = h.occurred_at, last_interaction_channel = h.channel,
    last_activity_at = greatest(c.last_activity_at, h.occurred_at)
  from (${latest}) h
  where c.id = h.customer_id and (c.last_interaction_at is null or c.last_interaction_at < h.occurred_at)`

/**
 * An UPDATE that records the day of the last purchase of many customers. `latest` is a select of `customer_id`, `day` and `moves_back`, one
 * row for each customer: an older day changes nothing, unless it replaces the day of a purchase that does not count any more.
 */
export const recordLastPurchases = (latest: SQL): SQL => sql`update customers c
  set last_purchase_on = case when h.moves_back then h.day else greatest(c.last_purchase_on, h.day) end
  from (${latest}) h
  where c.id = h.customer_id and (h.moves_back or c.last_purchase_on is null or c.last_purchase_on < h.day)`
