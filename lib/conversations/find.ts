import { and, eq, inArray } from 'drizzle-orm'
import { conversations } from '@/db/schema'
import { listGroupIds } from '@/lib/customer-group/scope'
import type { WriteCtx } from '@/lib/kernel/context'

/** A conversation of the customer's group, for a command that has locked the group. */
export async function findConversation(ctx: WriteCtx, customerId: string, conversationId: string) {
  const [row] = await ctx.db
    .select()
    .from(conversations)
    .where(
      and(inArray(conversations.customerId, await listGroupIds(ctx, customerId)), eq(conversations.id, conversationId)),
    )
  return row ?? null
}
