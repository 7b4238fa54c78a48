import { sql } from 'drizzle-orm'
import { bigint, index, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { at, bytes, customerId } from '@/db/columns'

/**
 * The head of each chain: one for each customer, and one (nil UUID) for events without a customer.
 * Its row lock orders concurrent events.
 */
export const auditChains = pgTable('audit_chains', {
  customerId: uuid('customer_id').primaryKey(),
  seq: bigint('seq', { mode: 'number' }).notNull(),
  hash: bytes('hash').notNull(),
})

/** Append-only: the application's role may only insert and select. */
export const auditEvents = pgTable(
  'audit_events',
  {
    customerId: customerId(),
    seq: bigint('seq', { mode: 'number' }).notNull(),
    at: at('at').notNull(),
    actorId: uuid('actor_id'),
    /** A name from `lib/audit/events.ts`, past tense. */
    event: text('event').notNull(),
    /** The part of the customer that the event is about, e.g. `point:<id>`. */
    subject: text('subject'),
    /** Canonical JSON `{before, after}` encrypted with the customer's key; null without personal values. */
    sealed: bytes('sealed'),
    /** Canonical JSON of the values that are not personal. */
    details: text('details'),
    requestId: text('request_id'),
    /** SHA-256 over the previous hash and this row; see `lib/audit/chain.ts`. */
    hash: bytes('hash').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.customerId, t.seq] }),
    index('audit_events_event').on(t.customerId, t.event, t.seq),
    index('audit_events_actor').on(t.customerId, t.actorId, t.seq),
    // The changes of a customer's registration and contact points in the order of time, for the timeline.
    index('audit_events_edits')
      .on(t.customerId, t.at, t.seq)
      .where(sql`split_part(event, '.', 1) in ('customer', 'contact')`),
    index('audit_events_at').on(t.at, t.customerId, t.seq),
    // For reads over all chains. Import events are left out, because one import would add millions of entries.
    index('audit_events_all_event')
      .on(t.event, t.at, t.customerId, t.seq)
      .where(sql`event <> 'customer.imported'`),
    index('audit_events_all_actor')
      .on(t.actorId, t.at, t.customerId, t.seq)
      .where(sql`event <> 'customer.imported'`),
  ],
)

/** Data key of one customer, wrapped by the installation's key. Deleting it erases the person from the history. */
export const customerKeys = pgTable('customer_keys', {
  customerId: uuid('customer_id').primaryKey(),
  wrapped: bytes('wrapped').notNull(),
})

/** Heads signed by the hourly job, so that removing the end of a chain is detected. */
export const auditSeals = pgTable(
  'audit_seals',
  {
    customerId: customerId(),
    seq: bigint('seq', { mode: 'number' }).notNull(),
    hash: bytes('hash').notNull(),
    signature: bytes('signature').notNull(),
    sealedAt: at('sealed_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.customerId, t.seq] })],
)

/** A reveal: this session sees this value of this customer in clear until the reveal expires. */
export const reveals = pgTable(
  'reveals',
  {
    customerId: customerId(),
    sessionId: uuid('session_id').notNull(),
    /** `document`, `birth_on`, or `point:<id>`. */
    subject: text('subject').notNull(),
    expiresAt: at('expires_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.customerId, t.sessionId, t.subject] })],
)
