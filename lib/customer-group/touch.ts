import { eq, sql } from 'drizzle-orm'
import type { Db } from '@/db/client'
import { customers } from '@/db/schema'
import type { Ctx } from '@/lib/kernel/context'
import { survivorIdAs } from './scope'

/** Records that staff changed something about the customer, which moves the customer up in the list ordered by newest activity. */
export async function touchCustomer(ctx: Ctx, customerId: string): Promise<void> {
  await ctx.db
    .update(customers)
    .set({ updatedAt: ctx.now, lastActivityAt: ctx.now })
    .where(eq(customers.id, customerId))
}

/** Records on the surviving record that the customer did something. `updated_at` stays, and an older activity changes nothing. */
export async function recordActivity(tx: Db, customerId: string, at: Date): Promise<void> {
  await tx
    .update(customers)
    .set({ lastActivityAt: sql`greatest(${customers.lastActivityAt}, ${at.toISOString()}::timestamptz)` })
    .where(sql`${customers.id} = (select ${survivorIdAs('r')} from customers r where r.id = ${customerId})`)
}
