import { and, eq } from 'drizzle-orm'
import { acceptanceApprovals } from '@/db/schema'
import type { WriteCtx } from '@/lib/kernel/context'
import type { Acceptance } from './signing/lock'

/** The approval that an acceptance needs or needed; null for one that needs none. */
export async function findApproval(ctx: WriteCtx, acceptance: Acceptance) {
  const [row] = await ctx.db.select().from(acceptanceApprovals).where(ofAcceptance(acceptance))
  return row ?? null
}

export const ofAcceptance = ({ customerId, id }: Pick<Acceptance, 'customerId' | 'id'>) =>
  and(eq(acceptanceApprovals.customerId, customerId), eq(acceptanceApprovals.acceptanceId, id))
