import { and, eq, gt, sql } from 'drizzle-orm'
import { param } from '@/db/prepared-query'
import { customers, reveals } from '@/db/schema'
import type { Ctx } from '@/lib/kernel/context'

/** The subjects of a customer that this session has revealed and that are still in clear; empty when the role reads personal data anyway. */
export async function listRevealed(ctx: Ctx, customerId: string): Promise<Set<string>> {
  if (ctx.viewer.can('personal.read')) return new Set()
  const rows = await ctx.db
    .select({ subject: reveals.subject })
    .from(reveals)
    .where(
      and(
        eq(reveals.customerId, customerId),
        eq(reveals.sessionId, ctx.viewer.sessionId),
        gt(reveals.expiresAt, ctx.now),
      ),
    )
  return new Set(rows.map((r) => r.subject))
}

/** The same as a column of a prepared query over `customers`; pass `sessionId` to its `execute`. */
export const revealedSubjects = sql<string[]>`array(select r.subject from reveals r
  where r.customer_id = ${customers.id} and r.session_id = ${param('sessionId')} and r.expires_at > now())`
