import { sql } from 'drizzle-orm'
import {
  check,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import { at, createdAt, customerId, id, keyText, oneOf } from '@/db/columns'
import { customers } from './customers'
import { users } from './users'

export const CONVERSATION_CHANNELS = ['chat', 'whatsapp', 'email', 'sms'] as const
/** `in`: the customer wrote it. `out`: a person of the company. `bot`: a program. */
export const DIRECTIONS = ['in', 'out', 'bot'] as const
/** Where messages come from: the inbound webhook, or the webhook of Zenvia. */
export const MESSAGE_SOURCES = ['webhook', 'zenvia'] as const

/** A conversation with a customer in one channel, from one address. */
export const conversations = pgTable(
  'conversations',
  {
    customerId: customerId().references(() => customers.id),
    id: id(),
    channel: oneOf('channel', CONVERSATION_CHANNELS).notNull(),
    /** The address the customer writes from, normalised: E.164 or lower case. Null in a chat without one. */
    address: text('address'),
    /** The customer's contact point with that address when the conversation began. */
    pointId: uuid('point_id'),
    subject: text('subject'),
    source: oneOf('source', MESSAGE_SOURCES).notNull(),
    /** The source's own id of the conversation. */
    threadKey: keyText('thread_key'),
    /** What the bot captured, by name. */
    attributes: jsonb('attributes')
      .$type<Record<string, string>>()
      .notNull()
      .default(sql`'{}'`),
    /** The number of the last message that was stored. */
    messageCount: integer('message_count').notNull().default(0),
    openedAt: at('opened_at').notNull(),
    /** The newest message of anybody, of the customer, and of a person of the company. */
    lastMessageAt: at('last_message_at').notNull(),
    lastInAt: at('last_in_at'),
    lastOutAt: at('last_out_at'),
    /** A new message of the customer opens it again. */
    closedAt: at('closed_at'),
    closedBy: uuid('closed_by').references(() => users.id),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.customerId, t.id] }),
    index('conversations_latest').on(t.customerId, t.lastMessageAt, t.id),
    // The customer's timeline.
    index('conversations_timeline').on(t.customerId, t.channel, t.openedAt, t.id),
    // Finds the customer of a conversation by the source's id of it.
    index('conversations_thread')
      .on(t.source, t.threadKey)
      .where(sql`thread_key is not null`),
    check('conversations_closed', sql`(closed_at is null) = (closed_by is null)`),
  ],
)

/** The messages of conversations, as texts. They are never changed. */
export const conversationMessages = pgTable(
  'conversation_messages',
  {
    customerId: customerId(),
    conversationId: uuid('conversation_id').notNull(),
    /** The position in the order in which messages were stored, from 1. A page that has seen one number has seen all lower ones. */
    number: integer('number').notNull(),
    direction: oneOf('direction', DIRECTIONS).notNull(),
    /** The name that the source reported. */
    authorName: text('author_name'),
    /** The user who wrote it here. */
    authorId: uuid('author_id').references(() => users.id),
    body: text('body').notNull(),
    /** When it was written. Pages show this order. */
    occurredAt: at('occurred_at').notNull(),
    recordedAt: at('recorded_at').notNull(),
    source: oneOf('source', MESSAGE_SOURCES),
    /** The source's id of the message. */
    providerMessageId: keyText('provider_message_id'),
    /** The send of an answer. It belongs to the survivor of a merge, so it has no foreign key. */
    sendId: uuid('send_id'),
  },
  (t) => [
    primaryKey({ columns: [t.customerId, t.conversationId, t.number] }),
    foreignKey({
      columns: [t.customerId, t.conversationId],
      foreignColumns: [conversations.customerId, conversations.id],
    }),
    index('conversation_messages_order').on(t.customerId, t.conversationId, t.occurredAt, t.number),
    uniqueIndex('conversation_messages_provider')
      .on(t.customerId, t.source, t.providerMessageId)
      .where(sql`provider_message_id is not null`),
  ],
)

/** Why the customer of a message is not known: no customer has its address, or several have it. */
export const UNASSIGNED_REASONS = ['unknown', 'ambiguous'] as const

/** The events of the inbound webhooks, each once. One without a customer keeps its messages until somebody assigns it. */
export const inboundEvents = pgTable(
  'inbound_events',
  {
    source: oneOf('source', MESSAGE_SOURCES).notNull(),
    /** The source's id of the event, e.g. `svix-id`. */
    eventId: keyText('event_id').notNull(),
    id: uuid('id').notNull().unique(),
    receivedAt: at('received_at').notNull(),
    /** Null if its messages are in a conversation. */
    unassigned: oneOf('unassigned', UNASSIGNED_REASONS),
    /** The messages of an event without a customer. */
    content: jsonb('content'),
  },
  (t) => [
    primaryKey({ columns: [t.source, t.eventId] }),
    index('inbound_events_received').on(t.receivedAt),
    index('inbound_events_unassigned')
      .on(t.id)
      .where(sql`unassigned is not null`),
    check('inbound_events_content', sql`(unassigned is null) = (content is null)`),
  ],
)
