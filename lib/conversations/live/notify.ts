import { sql } from 'drizzle-orm'
import type { Primary } from '@/db/handles'

/** The Postgres channel of notifications about new messages. Their payload is the conversation's id. */
export const NEW_MESSAGES = 'conversation_messages'

/** Tells every process that a conversation has new messages, once the transaction is committed. */
export const notifyConversation = (tx: Primary, conversationId: string) =>
  tx.execute(sql`select pg_notify(${NEW_MESSAGES}, ${conversationId})`)
