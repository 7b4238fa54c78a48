import { inArray } from 'drizzle-orm'
import { contactPoints, contactPointVersions } from '@/db/schema'
import type { WriteCtx } from '@/lib/kernel/context'

/** Deletes all contact points of customers who are about to be removed, under their locks. */
export async function deleteContactPoints(ctx: WriteCtx, customerIds: readonly string[]): Promise<void> {
  if (!customerIds.length) return
  await ctx.db.delete(contactPointVersions).where(inArray(contactPointVersions.customerId, [...customerIds]))
  await ctx.db.delete(contactPoints).where(inArray(contactPoints.customerId, [...customerIds]))
}
