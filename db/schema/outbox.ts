import { sql } from 'drizzle-orm'
import { index, integer, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { at, bytes, createdAt, keyText, oneOf } from '@/db/columns'
import { customers } from './customers'
import { SEND_CHANNELS } from './journeys'
import { PROVIDERS } from './sending'

export const DELIVERY_KINDS = ['send', 'acceptance_code', 'archive_ready', 'archive_failed', 'password_reset'] as const
const DELIVERY_STATES = ['waiting', 'sending', 'sent', 'dead'] as const

/** The message for a provider. `text` and `html` contain links in clear, so the payload is deleted after the delivery. */
export type DeliveryPayload = {
  to: string
  subject?: string
  text: string
  html?: string
  /** Keys in the file storage. */
  attachments?: { name: string; storageKey: string }[]
  unsubscribeUrl?: string
}

/** Outgoing messages, written in the transaction that needs them; a worker delivers them. The id is the provider's idempotency key. */
export const outbox = pgTable(
  'outbox',
  {
    id: uuid('id').primaryKey(),
    /** Null for a message to a staff member. */
    customerId: uuid('customer_id').references(() => customers.id),
    sendId: uuid('send_id'),
    kind: oneOf('kind', DELIVERY_KINDS).notNull(),
    channel: oneOf('channel', SEND_CHANNELS).notNull(),
    payload: jsonb('payload').$type<DeliveryPayload>(),
    state: oneOf('state', DELIVERY_STATES).notNull().default('waiting'),
    provider: oneOf('provider', PROVIDERS),
    providerId: keyText('provider_id'),
    attempts: integer('attempts').notNull().default(0),
    /** The time of the next try; while `sending`, the end of the worker's lease. */
    dueAt: at('due_at')
      .notNull()
      .default(sql`now()`),
    /** The first try that may have reached the provider; the idempotency key is valid for 24 hours from then. */
    firstTriedAt: at('first_tried_at'),
    /** A code under `sending.failures`. */
    failure: text('failure'),
    /** The provider's error message, without personal data. */
    failureDetail: text('failure_detail'),
    createdAt: createdAt(),
    doneAt: at('done_at'),
  },
  (t) => [
    index('outbox_due')
      .on(t.channel, t.dueAt, t.id)
      .where(sql`state in ('waiting', 'sending')`),
    index('outbox_dead')
      .on(t.id)
      .where(sql`state = 'dead'`),
    index('outbox_newest').on(t.createdAt, t.id),
    index('outbox_provider')
      .on(t.provider, t.providerId)
      .where(sql`provider_id is not null`),
    index('outbox_send').on(t.customerId, t.sendId),
  ],
)

/** The time of the next allowed request to a provider, for all workers: from its rate limit and its `Retry-After`. */
export const providerRateLimits = pgTable('provider_rate_limits', {
  provider: oneOf('provider', PROVIDERS).primaryKey(),
  nextAt: at('next_at').notNull(),
})

/** Addresses that receive no more messages, for all customers. Only a hash is stored. */
export const suppressions = pgTable(
  'suppressions',
  {
    channel: oneOf('channel', SEND_CHANNELS).notNull(),
    /** SHA-256 of the normalised address. */
    addressHash: bytes('address_hash').notNull(),
    reason: oneOf('reason', ['bounced', 'complained', 'unsubscribed']).notNull(),
    /** `marketing` still allows service messages. */
    purpose: oneOf('purpose', ['marketing', 'all']).notNull(),
    at: at('at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.channel, t.addressHash, t.purpose] })],
)

export const LINK_PURPOSES = ['acceptance', 'documents', 'unsubscribe', 'archive'] as const

/** The target of a link in a message. Only the SHA-256 of its token is stored. */
export const links = pgTable(
  'links',
  {
    tokenHash: bytes('token_hash').primaryKey(),
    purpose: oneOf('purpose', LINK_PURPOSES).notNull(),
    customerId: uuid('customer_id').notNull(),
    /** The acceptance, the send (documents, unsubscribe), or the archive request. */
    subjectId: uuid('subject_id').notNull(),
    createdAt: createdAt(),
    expiresAt: at('expires_at'),
  },
  (t) => [index('links_expires').on(t.expiresAt), index('links_subject').on(t.customerId, t.subjectId)],
)

/** The delivery reports of providers, each once, without links, tokens and the content of messages. */
export const webhookEvents = pgTable(
  'webhook_events',
  {
    provider: oneOf('provider', PROVIDERS).notNull(),
    /** The provider's id of the report, e.g. `svix-id`. */
    eventId: keyText('event_id').notNull(),
    providerId: keyText('provider_id'),
    kind: text('kind').notNull(),
    body: jsonb('body').notNull(),
    receivedAt: at('received_at').notNull(),
    /** Null until its delivery is known. */
    processedAt: at('processed_at'),
  },
  (t) => [
    primaryKey({ columns: [t.provider, t.eventId] }),
    index('webhook_events_received').on(t.receivedAt),
    index('webhook_events_pending')
      .on(t.provider, t.providerId)
      .where(sql`processed_at is null`),
  ],
)
