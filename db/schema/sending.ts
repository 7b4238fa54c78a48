import { sql } from 'drizzle-orm'
import { boolean, foreignKey, index, integer, pgTable, primaryKey, smallint, text, uuid } from 'drizzle-orm/pg-core'
import { at, createdAt, customerId, id, oneOf } from '@/db/columns'
import { PURPOSES } from './consents'
import { customers } from './customers'
import { journeyMessages, journeys, SEND_CHANNELS } from './journeys'
import { users } from './users'

/** The events of a send in ascending rank: its state is the highest one that happened, regardless of their order. */
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

/** The content of sent messages. Links with a secret are stored as `{{link}}`. */
export const messages = pgTable(
  'messages',
  {
    customerId: customerId().references(() => customers.id),
    id: id(),
    journeyId: uuid('journey_id').references(() => journeys.id),
    journeyMessageId: uuid('journey_message_id').references(() => journeyMessages.id),
    /** Place in the journey at the time of sending. */
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
    /** The contact point with this address; null when the address was typed for this send. */
    pointId: uuid('point_id'),
    /** A projection of the interactions; see `INTERACTION_KINDS`. */
    state: oneOf('state', SEND_STATES).notNull().default('queued'),
    stateAt: at('state_at')
      .notNull()
      .default(sql`now()`),
    /** Null when the system sent it. */
    sentBy: uuid('sent_by').references(() => users.id),
    resendOf: uuid('resend_of'),
    /** Why it was sent to an address that no point of the customer has. */
    addressReason: text('address_reason'),
    /** Why it was sent despite a cancellation: the law or the contract requires the message. */
    overrideReason: text('override_reason'),
    /** A test send of a journey: hidden by default, and counted separately. */
    test: boolean('test').notNull().default(false),
    certificateUrl: text('certificate_url'),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.customerId, t.id] }),
    foreignKey({ columns: [t.customerId, t.messageId], foreignColumns: [messages.customerId, messages.id] }),
    index('sends_message').on(t.customerId, t.messageId, t.id),
    index('sends_newest').on(t.customerId, t.test, t.id),
    index('sends_timeline')
      .on(t.customerId, t.channel, t.createdAt, t.id)
      .where(sql`not test`),
    // Finds the message that a reply by SMS or WhatsApp answers.
    index('sends_phone')
      .on(t.address, t.channel, t.id)
      .where(sql`channel <> 'email'`),
  ],
)

/** The events of a send. Each kind is stored once, with the earliest report; repeated reports change nothing. */
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
    /** The provider's own code for the event. */
    rawCode: text('raw_code'),
  },
  (t) => [
    primaryKey({ columns: [t.customerId, t.sendId, t.kind] }),
    foreignKey({ columns: [t.customerId, t.sendId], foreignColumns: [sends.customerId, sends.id] }),
    index('interactions_newest').on(t.customerId, t.test, t.occurredAt, t.sendId, t.kind),
    index('interactions_channel').on(t.customerId, t.test, t.channel, t.occurredAt, t.sendId, t.kind),
    // A read by journey alone uses it once for each of the three channels.
    index('interactions_journey').on(t.customerId, t.test, t.journeyId, t.channel, t.occurredAt, t.sendId, t.kind),
  ],
)

/** Counts by kind, updated with each interaction, so that totals read a few rows instead of all interactions. */
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

/** The files of a send. */
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

/** Cancellations of promotional messages to an address, with the reason. Append-only. */
export const marketingCancellations = pgTable(
  'marketing_cancellations',
  {
    customerId: customerId().references(() => customers.id),
    id: id(),
    channel: oneOf('channel', SEND_CHANNELS).notNull(),
    address: text('address').notNull(),
    reason: text('reason'),
    origin: oneOf('origin', ['public_link', 'provider', 'reply']).notNull(),
    sendId: uuid('send_id'),
    at: at('at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.customerId, t.id] })],
)
