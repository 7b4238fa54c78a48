import { and, desc, eq, inArray, sql } from 'drizzle-orm'
import { conversationMessages, conversations, users } from '@/db/schema'
import type { ViewedGroup } from '@/lib/customer-group/group'
import { query } from '@/lib/kernel/query'
import { inClear } from '@/lib/privacy/mask'
import { maskByShape } from '@/lib/privacy/mask-by-shape'
import { isUuid } from '@/lib/values/ids'
import { shownFrom } from './shown-from'

/** A customer rarely has more; older ones are reached through the timeline. */
const CONVERSATIONS_MAX = 50
const PREVIEW_LENGTH = 120

/** Whether the last message of a person is the customer's. A closed conversation waits for nobody. */
const isUnanswered = sql<boolean>`(${conversations.closedAt} is null and coalesce(${conversations.lastInAt}, '-infinity') > coalesce(${conversations.lastOutAt}, '-infinity'))`

/** The start of the newest message. One index lookup for each conversation. */
const preview = sql<string>`(select left(m.body, ${sql.raw(String(PREVIEW_LENGTH))}) from ${conversationMessages} m
  where m.customer_id = conversations.customer_id and m.conversation_id = conversations.id
  order by m.occurred_at desc, m.number desc limit 1)`

const columns = {
  customerId: conversations.customerId,
  id: conversations.id,
  channel: conversations.channel,
  address: conversations.address,
  pointId: conversations.pointId,
  subject: conversations.subject,
  messageCount: conversations.messageCount,
  openedAt: conversations.openedAt,
  lastMessageAt: conversations.lastMessageAt,
  closedAt: conversations.closedAt,
  isUnanswered: isUnanswered.mapWith(Boolean),
}

/** The customer's conversations with those of the records merged into it, the one with the newest message first, 50 at most. */
export const listConversations = query('conversations.read', async (ctx, group: ViewedGroup) => {
  const rows = await ctx.db
    .select({ ...columns, preview })
    .from(conversations)
    .where(inArray(conversations.customerId, [...group.memberIds]))
    .orderBy(desc(conversations.lastMessageAt), desc(conversations.id))
    .limit(CONVERSATIONS_MAX)
  return rows.map((row) => ({ ...row, from: shownFrom(ctx.viewer, group.revealed, row) }))
})

export type ListedConversation = Awaited<ReturnType<typeof listConversations>>[number]

export type Conversation = NonNullable<Awaited<ReturnType<typeof getConversation>>>

/** One conversation of the customer with what the bot captured, or null. The address and the captured values are masked. */
export const getConversation = query(
  'conversations.read',
  async (ctx, group: ViewedGroup, conversationId: string | undefined) => {
    if (!isUuid(conversationId)) return null
    const [row] = await ctx.db
      .select({ ...columns, attributes: conversations.attributes, closedBy: users.name })
      .from(conversations)
      .leftJoin(users, eq(users.id, conversations.closedBy))
      .where(and(inArray(conversations.customerId, [...group.memberIds]), eq(conversations.id, conversationId)))
    if (!row) return null
    const attributes = Object.entries(row.attributes)
    const clear = inClear(ctx.viewer, group.revealed, 'attributes')
    return {
      ...row,
      from: shownFrom(ctx.viewer, group.revealed, row),
      attributes: clear
        ? attributes
        : attributes.map(([name, value]) => [name, maskByShape(value)] as [string, string]),
      isMasked: !clear && attributes.length > 0,
    }
  },
)
