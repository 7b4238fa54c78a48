import { and, eq } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import { customers, externalIds } from '@/db/schema'
import type { Ctx, WriteCtx } from '@/lib/kernel/context'
import { query } from '@/lib/kernel/query'
import { survivorIdOf } from '@/lib/customer-group/scope'
import { scopedTo } from '@/lib/access/scope'
import { admitSearch, countMiss } from './admit-search'
import { externalIdKey } from './search-keys'

const named = alias(customers, 'named')

type FoundById = { ok: true; id: string | null } | { ok: false; until: Date }

/**
 * The customer with this id in another system, or its survivor after a merge; null when absent or out of scope (F11). It counts against
 * the person's search budget, because such an id may be a CPF. `until`: when they can search again.
 */
export const findByExternalId = query(
  'customers.read',
  async (ctx: WriteCtx, source: string, externalId: string): Promise<FoundById> => {
    const admission = await admitSearch(ctx, [externalIdKey(source, externalId)])
    if (!admission.ok) return admission
    const id = await read(ctx, source, externalId)
    if (admission.isNew && !id) await countMiss(ctx)
    return { ok: true, id }
  },
)

async function read(ctx: Ctx, source: string, externalId: string): Promise<string | null> {
  const [row] = await ctx.db
    .select({ id: customers.id })
    .from(externalIds)
    .innerJoin(named, eq(named.id, externalIds.customerId))
    .innerJoin(customers, eq(customers.id, survivorIdOf(named)))
    .where(and(eq(externalIds.source, source), eq(externalIds.externalId, externalId), scopedTo(ctx.viewer)))
  return row?.id ?? null
}
