import { and, eq, isNotNull } from 'drizzle-orm'
import { inboundEvents } from '@/db/schema'
import { customerCommand } from '@/lib/customer-group/command'
import { succeed } from '@/lib/kernel/command'
import { notFound, refused } from '@/lib/kernel/result'
import { readStoredArrival } from '../inbound-event'
import { assignment } from '../schema'
import { storeMessages } from '../store-messages'

/**
 * Moves messages without a customer into a conversation of a customer. The address does not become a contact point: that is a decision of its
 * own. Refusal: `conversations.already_assigned`.
 */
export const assignMessages = customerCommand({
  event: 'conversation.assigned',
  permission: 'conversations.assign',
  input: assignment,
  run: async (ctx, customer, { eventId }) => {
    const [event] = await ctx.db
      .select({ source: inboundEvents.source, content: inboundEvents.content })
      .from(inboundEvents)
      .where(and(eq(inboundEvents.id, eventId), isNotNull(inboundEvents.unassigned)))
      .for('update')
    if (!event) return (await exists(ctx.db, eventId)) ? refused('conversations.already_assigned') : notFound()
    const arrival = readStoredArrival(event.content)
    const sender = { customerId: customer.id, pointId: null }
    const conversationId = await storeMessages(ctx.db, event.source, sender, arrival, ctx)
    await ctx.db.update(inboundEvents).set({ unassigned: null, content: null }).where(eq(inboundEvents.id, eventId))
    return succeed(
      { customerId: customer.id, conversationId },
      {
        customerId: customer.id,
        subject: `conversation:${conversationId ?? eventId}`,
        before: null,
        after: { address: arrival.address },
        details: { channel: arrival.channel },
      },
    )
  },
})

async function exists(db: Parameters<typeof storeMessages>[0], eventId: string): Promise<boolean> {
  const rows = await db.select({ id: inboundEvents.id }).from(inboundEvents).where(eq(inboundEvents.id, eventId))
  return rows.length > 0
}
