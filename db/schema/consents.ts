import { sql } from 'drizzle-orm'
import { index, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { at, customerId, id, oneOf } from '@/db/columns'
import { customers } from './customers'

export const PREFERENCES = ['agenda', 'email', 'sms', 'whatsapp'] as const
export const PURPOSES = ['service', 'marketing'] as const
export const CONSENT_ORIGINS = ['admin', 'app', 'public_link', 'api', 'import', 'provider', 'reply'] as const
/** How the customer said it to the user who recorded it. */
export const CONSENT_SOURCES = ['in_person', 'phone', 'message', 'signed_document'] as const

/** The ledger of a customer's acceptances and cancellations. Append-only; the newest row for a preference and purpose is the state. */
export const consents = pgTable(
  'consents',
  {
    customerId: customerId().references(() => customers.id),
    /** UUIDv7, so that ids sort by time. */
    id: id(),
    preference: oneOf('preference', PREFERENCES).notNull(),
    purpose: oneOf('purpose', PURPOSES).notNull(),
    action: oneOf('action', ['accepted', 'cancelled']).notNull(),
    actorId: uuid('actor_id'),
    origin: oneOf('origin', CONSENT_ORIGINS).notNull(),
    reason: text('reason'),
    source: oneOf('source', CONSENT_SOURCES),
    /** The text that was shown or read to the customer. */
    textShown: text('text_shown'),
    ip: text('ip'),
    at: at('at')
      .notNull()
      .default(sql`now()`),
  },
  (t) => [
    primaryKey({ columns: [t.customerId, t.id] }),
    index('consents_timeline').on(t.customerId, t.at, t.id),
    index('consents_accepted')
      .on(t.preference, t.purpose, t.customerId)
      .where(sql`action = 'accepted'`),
    index('consents_state').on(t.customerId, t.preference, t.purpose, t.id),
  ],
)
