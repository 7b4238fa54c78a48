import { and, eq, inArray } from 'drizzle-orm'
import { customerNames, customers, externalIds, fieldValidations } from '@/db/schema'
import type { WriteCtx } from '@/lib/kernel/context'

/** Removes customers, with their names, keys and validations, under their locks. The caller has removed everything else; the history stays. */
export async function removeCustomers(ctx: WriteCtx, customerIds: readonly string[]): Promise<void> {
  if (!customerIds.length) return
  const ids = [...customerIds]
  await ctx.db.delete(fieldValidations).where(inArray(fieldValidations.customerId, ids))
  await ctx.db.delete(customerNames).where(inArray(customerNames.customerId, ids))
  await ctx.db.delete(externalIds).where(inArray(externalIds.customerId, ids))
  await ctx.db.delete(customers).where(inArray(customers.id, ids))
}

/** Removes ids of another system from a locked customer. */
export async function removeExternalIds(
  ctx: WriteCtx,
  customerId: string,
  source: string,
  ids: readonly string[],
): Promise<void> {
  if (!ids.length) return
  await ctx.db
    .delete(externalIds)
    .where(
      and(
        eq(externalIds.customerId, customerId),
        eq(externalIds.source, source),
        inArray(externalIds.externalId, [...ids]),
      ),
    )
}
