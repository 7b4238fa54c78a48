import { and, eq, inArray } from 'drizzle-orm'
import { acceptances } from '@/db/schema'
import { groupIds } from '@/lib/customer-group/scope'
import type { WriteCtx } from '@/lib/kernel/context'
import { lockAcceptance, type Acceptance } from './signing/lock'

/** Locks an acceptance of a customer's group; null when it does not exist or belongs to another customer. */
export async function lockOwnAcceptance(
  ctx: WriteCtx,
  customerId: string,
  acceptanceId: string,
): Promise<Acceptance | null> {
  const [found] = await ctx.db
    .select({ customerId: acceptances.customerId, id: acceptances.id })
    .from(acceptances)
    .where(and(inArray(acceptances.customerId, groupIds(customerId)), eq(acceptances.id, acceptanceId)))
  return found ? lockAcceptance(ctx.db, found) : null
}
