import { and, eq } from 'drizzle-orm'
import { conversations } from '@/db/schema'
import { customerCommand } from '@/lib/customer-group/command'
import { succeed } from '@/lib/kernel/command'
import { notFound } from '@/lib/kernel/result'
import { findConversation } from '../find'
import { conversationState } from '../schema'

type Closing = { event: 'conversation.closed' | 'conversation.reopened'; isClosing: boolean }

/** A conversation that is in the wanted state already stays as it is, without an entry in the history. */
const closing = ({ event, isClosing }: Closing) =>
  customerCommand({
    event,
    permission: 'messages.send',
    input: conversationState,
    run: async (ctx, customer, { conversationId }) => {
      const found = await findConversation(ctx, customer.id, conversationId)
      if (!found) return notFound()
      const value = { customerId: customer.id, conversationId }
      if (Boolean(found.closedAt) === isClosing) return succeed(value)
      await ctx.db
        .update(conversations)
        .set(isClosing ? { closedAt: ctx.now, closedBy: ctx.viewer.userId } : { closedAt: null, closedBy: null })
        .where(and(eq(conversations.customerId, found.customerId), eq(conversations.id, conversationId)))
      return succeed(value, {
        customerId: customer.id,
        subject: `conversation:${conversationId}`,
        details: { channel: found.channel },
      })
    },
  })

/** Closes a conversation, so that it no longer counts as unanswered. A new message of the customer opens it again. */
export const closeConversation = closing({ event: 'conversation.closed', isClosing: true })

export const reopenConversation = closing({ event: 'conversation.reopened', isClosing: false })
