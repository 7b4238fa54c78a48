import { foreignKey, index, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { at, createdAt, customerId, id, oneOf } from '@/db/columns'
import { customers } from './customers'
import { users } from './users'

/** How a contact entered. */
export const ENTRY_METHODS = [
  'chatbot',
  'facebook_lead_ads',
  'google_lead_form',
  'form',
  'api',
  'whatsapp',
  'phone',
  'store',
  'import',
  'other',
] as const

/** Contacts by which a customer came to the company: where, from which page, and by which advertisement (I8). */
export const acquisitionTouches = pgTable(
  'acquisition_touches',
  {
    customerId: customerId(),
    id: id(),
    contactedAt: at('contacted_at').notNull(),
    entryMethod: oneOf('entry_method', ENTRY_METHODS).notNull(),
    city: text('city'),
    region: text('region'),
    country: text('country'),
    /** The site on which the customer made contact. */
    site: text('site'),
    /** The address of that page ("gerado em"). It may contain personal values. */
    generatedUrl: text('generated_url'),
    /** The page that led there. It may contain personal values. */
    referrer: text('referrer'),
    /** A personal value. */
    ipAddress: text('ip_address'),
    /** The UTM parameters, from the address of the page unless they were typed. */
    source: text('source'),
    medium: text('medium'),
    campaign: text('campaign'),
    term: text('term'),
    content: text('content'),
    /** The ids that advertising networks add to an address, such as gclid, by their names. */
    clickIds: jsonb('click_ids').$type<Record<string, string>>().notNull().default({}),
    createdAt: createdAt(),
    /** Null where another system recorded it. */
    createdBy: uuid('created_by').references(() => users.id),
  },
  (t) => [
    primaryKey({ columns: [t.customerId, t.id] }),
    foreignKey({ columns: [t.customerId], foreignColumns: [customers.id] }),
    index('acquisition_touches_order').on(t.customerId, t.contactedAt, t.id),
  ],
)
