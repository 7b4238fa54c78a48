import { sql } from 'drizzle-orm'
import { check, foreignKey, index, integer, pgTable, primaryKey, uuid } from 'drizzle-orm/pg-core'
import { at, bytes, customerId, id, oneOf } from '@/db/columns'
import { customers } from './customers'
import { users } from './users'

/** What a person can leave out of a merge, or take out of a merged customer later. Everything else always comes along. */
export const MERGE_PARTS = [
  'contacts',
  'accounts',
  'cases',
  'notes',
  'relationships',
  'attachments',
  'messages',
  'acquisition',
  'purchases',
] as const

/** A merge of two customers (M3). The pointers are in `customers.survivor_id`; this row says what an undo restores (M4). */
export const merges = pgTable(
  'merges',
  {
    /** The record that survived this merge. A later merge may have absorbed it. */
    customerId: customerId(),
    /** UUIDv7: the newest merge has the largest id. */
    id: id(),
    absorbedId: uuid('absorbed_id').notNull(),
    /** The records that had been merged into the absorbed one before. An undo gives them back to it. */
    carriedIds: uuid('carried_ids').array().notNull(),
    /** The columns of the survivor that the merge changed, before and after, as JSON encrypted with the survivor's key. */
    sealed: bytes('sealed').notNull(),
    /** The survivor's version that the merge wrote. */
    survivorVersion: integer('survivor_version').notNull(),
    mergedAt: at('merged_at').notNull(),
    mergedBy: uuid('merged_by')
      .notNull()
      .references(() => users.id),
    undoneAt: at('undone_at'),
    undoneBy: uuid('undone_by').references(() => users.id),
  },
  (t) => [
    primaryKey({ columns: [t.customerId, t.id] }),
    foreignKey({ columns: [t.customerId], foreignColumns: [customers.id] }),
    // A record is absorbed once at a time. Without a unique key, because a distributed table allows only keys with its customer.
    index('merges_absorbed')
      .on(t.absorbedId)
      .where(sql`undone_at is null`),
    check('merges_two', sql`customer_id <> absorbed_id`),
    check('merges_undone', sql`(undone_at is null) = (undone_by is null)`),
  ],
)

/** The row id of an exclusion that covers a whole part. */
export const WHOLE_PART = '00000000-0000-0000-0000-000000000000'

/**
 * What an absorbed record does not contribute to its survivor: a whole part, or one row of it (M6). The rows stay where they are, and the
 * page of the merge shows them.
 */
export const mergeExclusions = pgTable(
  'merge_exclusions',
  {
    /** The absorbed record that the rows belong to. */
    customerId: customerId(),
    part: oneOf('part', MERGE_PARTS).notNull(),
    /** `WHOLE_PART`, or the id of the row in its table. */
    rowId: uuid('row_id').notNull(),
    /** The merge that absorbed the record. Its undo deletes the exclusion. */
    mergeId: uuid('merge_id').notNull(),
    excludedAt: at('excluded_at').notNull(),
    excludedBy: uuid('excluded_by')
      .notNull()
      .references(() => users.id),
  },
  (t) => [
    primaryKey({ columns: [t.customerId, t.part, t.rowId] }),
    foreignKey({ columns: [t.customerId], foreignColumns: [customers.id] }),
  ],
)
