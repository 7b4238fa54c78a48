import { and, eq } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import { customers } from '@/db/schema'
import { scopedTo } from '@/lib/access/scope'
import type { Ctx } from '@/lib/kernel/context'
import type { Customer } from './lock'
import { survivorIdOf } from './scope'

const requested = alias(customers, 'requested')

/** The surviving record of any record's id, without a lock; null when absent or outside the viewer's scope. */
export async function findCustomer(ctx: Ctx, customerId: string): Promise<Customer | null> {
  const [row] = await ctx.db
    .select({ customer: customers })
    .from(requested)
    .innerJoin(customers, eq(customers.id, survivorIdOf(requested)))
    .where(and(eq(requested.id, customerId), scopedTo(ctx.viewer)))
  return row?.customer ?? null
}

/** The id of the surviving record; null when absent or outside the viewer's scope. */
export const getSurvivorId = async (ctx: Ctx, customerId: string): Promise<string | null> =>
  (await findCustomer(ctx, customerId))?.id ?? null
