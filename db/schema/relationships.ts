import { sql } from 'drizzle-orm'
import {
  boolean,
  check,
  foreignKey,
  index,
  integer,
  pgTable,
  primaryKey,
  smallint,
  text,
  uuid,
} from 'drizzle-orm/pg-core'
import { at, createdAt, customerId, oneOf } from '@/db/columns'
import { customers } from './customers'
import { users } from './users'

/** The tags that exist from the start. Their words come from the texts, until an admin changes them. */
export const RELATIONSHIP_TAG_KEYS = [
  'mother',
  'father',
  'sibling',
  'spouse',
  'grandparent',
  'guardian',
  'partner',
  'employee',
  'branch',
] as const

/** How two customers can be related, in words for both directions. All customers share the list, and admins configure it. */
export const relationshipTags = pgTable(
  'relationship_tags',
  {
    id: uuid('id').primaryKey(),
    /** Null for a tag that an admin added. */
    key: oneOf('key', RELATIONSHIP_TAG_KEYS).unique(),
    /** The words in which one customer is this of the other: "mother of". */
    name: text('name'),
    /** The words in the other direction: "daughter of". Equal to `name` in effect, and null, for a symmetric tag. */
    inverseName: text('inverse_name'),
    /** Whether both directions have the same words. It never changes, because it decides what the relationships mean. */
    isSymmetric: boolean('is_symmetric').notNull(),
    /** Position in the list of choices, from 1. */
    place: smallint('place').notNull(),
    /** A retired tag is no longer offered; relationships that have it keep it. */
    retiredAt: at('retired_at'),
    /** The user who retired it. Without a reference, so that the demo's tables can be emptied without this one. */
    retiredBy: uuid('retired_by'),
    version: integer('version').notNull().default(1),
  },
  () => [
    check('relationship_tags_name', sql`key is not null or btrim(name) <> ''`),
    check('relationship_tags_inverse', sql`inverse_name is null or (name is not null and not is_symmetric)`),
  ],
)

/**
 * Two customers who are related. Each of them has a row, so that the relationships of a customer are one range of the primary key. The
 * two rows differ only in the direction of the tags.
 */
export const relationships = pgTable(
  'relationships',
  {
    customerId: customerId(),
    /** Without a reference: child rows refer only to their own customer. */
    otherCustomerId: uuid('other_customer_id').notNull(),
    /** Tags that this customer is of the other one: "mother of". */
    outgoingTagIds: uuid('outgoing_tag_ids').array().notNull(),
    /** Tags that the other customer is of this one. */
    incomingTagIds: uuid('incoming_tag_ids').array().notNull(),
    note: text('note'),
    version: integer('version').notNull().default(1),
    createdAt: createdAt(),
    createdBy: uuid('created_by')
      .notNull()
      .references(() => users.id),
    removedAt: at('removed_at'),
    removedBy: uuid('removed_by').references(() => users.id),
  },
  (t) => [
    primaryKey({ columns: [t.customerId, t.otherCustomerId] }),
    foreignKey({ columns: [t.customerId], foreignColumns: [customers.id] }),
    index('relationships_tags_of')
      .using('gin', t.outgoingTagIds, t.incomingTagIds)
      .where(sql`removed_at is null`),
    check('relationships_other', sql`customer_id <> other_customer_id`),
    check('relationships_tags', sql`cardinality(outgoing_tag_ids) + cardinality(incoming_tag_ids) > 0`),
    check('relationships_removed', sql`(removed_at is null) = (removed_by is null)`),
  ],
)
