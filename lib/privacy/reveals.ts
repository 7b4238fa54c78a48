import { and, eq, gt } from 'drizzle-orm'
import { reveals } from '@/db/schema'
import type { Ctx } from '@/lib/kernel/context'

/** What this session has revealed of a customer and has not faded yet. */
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
