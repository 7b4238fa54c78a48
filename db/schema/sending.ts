import { sql } from 'drizzle-orm'
import { boolean, foreignKey, index, integer, pgTable, primaryKey, smallint, text, uuid } from 'drizzle-orm/pg-core'
import { at, createdAt, customerId, id, oneOf } from '@/db/columns'
import { PURPOSES } from './consents'
import { customers } from './customers'
import { journeyMessages, journeys, SEND_CHANNELS } from './journeys'
import { users } from './users'

/** What can happen to a send, from the least to the most telling: a send's state is the last of these that happened, whatever the order they came in. */
export const INTERACTION_KINDS = [
  'sent',
  'failed',
  'delivered',
  'bounced',
  'opened',
  'clicked',
  'replied',
  'complained',
] as const
export const SEND_STATES = ['queued', ...INTERACTION_KINDS] as const
export const PROVIDERS = ['offline', 'resend', 'zenvia'] as const

/** What was to be sent, kept as sent. Links with a secret in them are kept as `{{link}}`. */
export const messages = pgTable(
  'messages',
  {
    customerId: customerId().references(() => customers.id),
    id: id(),
    journeyId: uuid('journey_id').references(() => journeys.id),
    journeyMessageId: uuid('journey_message_id').references(() => journeyMessages.id),
    /** Place in the journey, as it was. */
    step: smallint('step'),
    name: text('name').notNull(),
    channel: oneOf('channel', SEND_CHANNELS).notNull(),
    purpose: oneOf('purpose', PURPOSES).notNull(),
    subject: text('subject'),
    body: text('body').notNull(),
    createdAt: createdAt(),
  },
  (t) => [primaryKey({ columns: [t.customerId, t.id] })],
)

/** One message to one address. */
export const sends = pgTable(
  'sends',
  {
    customerId: customerId(),
    /** UUIDv7: newest first is the primary key backwards. */
    id: id(),
    messageId: uuid('message_id').notNull(),
    journeyId: uuid('journey_id').references(() => journeys.id),
    channel: oneOf('channel', SEND_CHANNELS).notNull(),
    /** Normalised: E.164 or lower case. */
    address: text('address').notNull(),
    /** The contact point it was read from; null when it was typed for this send. */
    pointId: uuid('point_id'),
    /** A projection of the interactions; see `INTERACTION_KINDS`. */
    state: oneOf('state', SEND_STATES).notNull().default('queued'),
    stateAt: at('state_at')
      .notNull()
      .default(sql`now()`),
    /** Null: the system. */
    sentBy: uuid('sent_by').references(() => users.id),
    resendOf: uuid('resend_of'),
    /** Why it went out against the customer's wish: a message the law or the contract asks for. */
    overrideReason: text('override_reason'),
    /** Sent while a journey was tried out: hidden unless asked for, never counted with the rest. */
    test: boolean('test').notNull().default(false),
    certificateUrl: text('certificate_url'),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.customerId, t.id] }),
    foreignKey({ columns: [t.customerId, t.messageId], foreignColumns: [messages.customerId, messages.id] }),
    index('sends_message').on(t.customerId, t.messageId, t.id),
    index('sends_newest').on(t.customerId, t.test, t.id),
  ],
)

/** What happened to a send. Each kind counts once: the earliest report stands, repeats change nothing. */
export const interactions = pgTable(
  'interactions',
  {
    customerId: customerId(),
    sendId: uuid('send_id').notNull(),
    kind: oneOf('kind', INTERACTION_KINDS).notNull(),
    channel: oneOf('channel', SEND_CHANNELS).notNull(),
    journeyId: uuid('journey_id').references(() => journeys.id),
    test: boolean('test').notNull().default(false),
    occurredAt: at('occurred_at').notNull(),
    provider: oneOf('provider', PROVIDERS).notNull(),
    /** The provider's own word for it. */
    rawCode: text('raw_code'),
  },
  (t) => [
    primaryKey({ columns: [t.customerId, t.sendId, t.kind] }),
    foreignKey({ columns: [t.customerId, t.sendId], foreignColumns: [sends.customerId, sends.id] }),
    index('interactions_newest').on(t.customerId, t.test, t.occurredAt, t.sendId, t.kind),
    index('interactions_channel').on(t.customerId, t.test, t.channel, t.occurredAt, t.sendId, t.kind),
    // By a journey alone it is read one channel at a time: there are three.
    index('interactions_journey').on(t.customerId, t.test, t.journeyId, t.channel, t.occurredAt, t.sendId, t.kind),
  ],
)

/** How many of each kind, written with the interaction, so that totals cost their channels and not their rows. */
export const interactionTotals = pgTable(
  'interaction_totals',
  {
    customerId: customerId().references(() => customers.id),
    test: boolean('test').notNull(),
    channel: oneOf('channel', SEND_CHANNELS).notNull(),
    kind: oneOf('kind', INTERACTION_KINDS).notNull(),
    times: integer('times').notNull(),
    firstAt: at('first_at').notNull(),
    lastAt: at('last_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.customerId, t.test, t.channel, t.kind] })],
)

/** The same within a journey, step by step. */
export const journeyTotals = pgTable(
  'journey_totals',
  {
    customerId: customerId().references(() => customers.id),
    test: boolean('test').notNull(),
    journeyId: uuid('journey_id')
      .notNull()
      .references(() => journeys.id),
    /** Zero: a message without a place in the journey. */
    step: smallint('step').notNull(),
    channel: oneOf('channel', SEND_CHANNELS).notNull(),
    kind: oneOf('kind', INTERACTION_KINDS).notNull(),
    times: integer('times').notNull(),
    lastAt: at('last_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.customerId, t.test, t.journeyId, t.step, t.channel, t.kind] })],
)

/** Which files went with a send. */
export const sendDocuments = pgTable(
  'send_documents',
  {
    customerId: customerId(),
    documentId: uuid('document_id').notNull(),
    sendId: uuid('send_id').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.customerId, t.documentId, t.sendId] }),
    foreignKey({ columns: [t.customerId, t.sendId], foreignColumns: [sends.customerId, sends.id] }),
    index('send_documents_send').on(t.customerId, t.sendId),
  ],
)

/** Who stopped promotional messages to an address, and why. Append-only. */
export const marketingCancellations = pgTable(
  'marketing_cancellations',
  {
    customerId: customerId().references(() => customers.id),
    id: id(),
    channel: oneOf('channel', SEND_CHANNELS).notNull(),
    address: text('address').notNull(),
    reason: text('reason'),
    origin: oneOf('origin', ['public_link', 'provider']).notNull(),
    sendId: uuid('send_id'),
    at: at('at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.customerId, t.id] })],
)
