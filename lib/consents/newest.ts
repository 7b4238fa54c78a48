import { and, desc, eq } from 'drizzle-orm'
import { consents } from '@/db/schema'
import type { Ctx } from '@/lib/kernel/context'
import type { Preference, Purpose } from './schema'

/** The row that is the state of one preference and purpose, or null when nothing was ever recorded. */
export async function newestOf(ctx: Ctx, customerId: string, preference: Preference, purpose: Purpose) {
  const [row] = await ctx.db
    .select()
    .from(consents)
    .where(and(eq(consents.customerId, customerId), eq(consents.preference, preference), eq(consents.purpose, purpose)))
    .orderBy(desc(consents.id))
    .limit(1)
  return row ?? null
}
