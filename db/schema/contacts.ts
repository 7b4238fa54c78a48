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

export const CHANNELS = ['mobile', 'whatsapp', 'landline', 'email', 'address'] as const

export type PostalAddress = {
  street: string
  number?: string
  complement?: string
  district?: string
  city: string
  /** Two-letter UF in Brazil, free text elsewhere. */
  state?: string
  /** Eight digits in Brazil. */
  postalCode?: string
  /** ISO 3166-1 alpha-2. */
  country: string
}

export const contactPoints = pgTable(
  'contact_points',
  {
    customerId: customerId().references(() => customers.id),
    id: id(),
    channel: oneOf('channel', CHANNELS).notNull(),
    /** As typed, trimmed. */
    value: text('value').notNull(),
    /** Phones in E.164, e-mails in lower case, addresses on one line. Unique among the live points of a customer's channel. */
    normalized: text('normalized').notNull(),
    /** The search key: an e-mail in lower case; a phone's last 8 digits + '|' + DDD; null for addresses. */
    matchKey: keyText('match_key'),
    address: jsonb('address').$type<PostalAddress>(),
    label: text('label'),
    /** Since when the point is blocked (bell off); null when sending is allowed. */
    blockedAt: at('blocked_at'),
    blockedBy: uuid('blocked_by'),
    blockedReason: text('blocked_reason'),
    primaryAt: at('primary_at'),
    primaryBy: uuid('primary_by'),
    retiredAt: at('retired_at'),
    retiredBy: uuid('retired_by'),
    version: integer('version').notNull().default(1),
    createdAt: createdAt(),
    createdBy: uuid('created_by'),
    changedAt: at('changed_at')
      .notNull()
      .default(sql`now()`),
  },
  (t) => [
    primaryKey({ columns: [t.customerId, t.id] }),
    uniqueIndex('contact_points_primary')
      .on(t.customerId, t.channel)
      .where(sql`primary_at is not null`),
    uniqueIndex('contact_points_live')
      .on(t.customerId, t.channel, t.normalized)
      .where(sql`retired_at is null`),
    index('contact_points_match')
      .on(t.matchKey, t.channel, t.customerId)
      .where(sql`match_key is not null and retired_at is null`),
    index('contact_points_city')
      .on(sql`name_key(address->>'city')`, sql`upper(address->>'state')`, t.customerId)
      .where(sql`channel = 'address' and retired_at is null`),
    index('contact_points_state')
      .on(sql`upper(address->>'state')`, t.customerId)
      .where(sql`channel = 'address' and retired_at is null`),
    check('contact_points_primary_allowed', sql`primary_at is null or (blocked_at is null and retired_at is null)`),
  ],
)

/** The values of a contact point before each edit. Append-only. */
export const contactPointVersions = pgTable(
  'contact_point_versions',
  {
    customerId: customerId(),
    pointId: uuid('point_id').notNull(),
    version: integer('version').notNull(),
    value: text('value').notNull(),
    normalized: text('normalized').notNull(),
    address: jsonb('address').$type<PostalAddress>(),
    label: text('label'),
    validFrom: at('valid_from').notNull(),
    replacedAt: at('replaced_at')
      .notNull()
      .default(sql`now()`),
    replacedBy: uuid('replaced_by'),
  },
  (t) => [
    primaryKey({ columns: [t.customerId, t.pointId, t.version] }),
    foreignKey({ columns: [t.customerId, t.pointId], foreignColumns: [contactPoints.customerId, contactPoints.id] }),
  ],
)
