import { and, eq } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import { customers, externalIds } from '@/db/schema'
import { query } from '@/lib/kernel/query'
import { survivorIdOf } from '@/lib/customer-group/scope'
import { scopedTo } from '@/lib/access/scope'

const named = alias(customers, 'named')

/** The customer with this id in another system, or its survivor after a merge; null when absent or out of scope (F11). */
export const findByExternalId = query(
  'customers.read',
  async (ctx, source: string, externalId: string): Promise<string | null> => {
    const [row] = await ctx.db
      .select({ id: customers.id })
      .from(externalIds)
      .innerJoin(named, eq(named.id, externalIds.customerId))
      .innerJoin(customers, eq(customers.id, survivorIdOf(named)))
      .where(and(eq(externalIds.source, source), eq(externalIds.externalId, externalId), scopedTo(ctx.viewer)))
    return row?.id ?? null
  },
)
