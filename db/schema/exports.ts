import { sql } from 'drizzle-orm'
import { bigint, index, integer, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { at, createdAt, oneOf } from '@/db/columns'
import { type SCOPES, users } from './users'

export const EXPORT_STATUSES = ['queued', 'running', 'finished', 'cancelled', 'failed'] as const
export const EXPORT_DELIMITERS = ['semicolon', 'comma'] as const

/** What the requester could see when the file was written. A download needs at least as much. */
export type ExportAccess = { scope: (typeof SCOPES)[number]; storeIds: string[]; isInClear: boolean }

/** Files with the customers of a report. The row stays after the file has been deleted, as the register of what left the portal. */
export const exports = pgTable(
  'exports',
  {
    id: uuid('id').primaryKey(),
    requestedBy: uuid('requested_by')
      .notNull()
      .references(() => users.id),
    /** Conditions, order and columns, as the query of the report's address. */
    query: text('query').notNull(),
    delimiter: oneOf('delimiter', EXPORT_DELIMITERS).notNull(),
    status: oneOf('status', EXPORT_STATUSES).notNull().default('queued'),
    /** The attempt that may write; a retried job takes a new one, so that an older attempt stops. */
    attemptId: uuid('attempt_id'),
    /** When the customers of the file were chosen. Later changes do not add or remove any. */
    asOfAt: at('as_of_at'),
    access: jsonb('access').$type<ExportAccess>(),
    rowsDone: integer('rows_done').notNull().default(0),
    rowsTotal: integer('rows_total'),
    /** A code under `exports.failures`, when status is failed. */
    failure: text('failure'),
    storageKey: text('storage_key'),
    bytes: bigint('bytes', { mode: 'number' }),
    sha256: text('sha256'),
    createdAt: createdAt(),
    finishedAt: at('finished_at'),
    cancelledBy: uuid('cancelled_by').references(() => users.id),
    expiresAt: at('expires_at'),
    /** When the file was deleted, by a user or, if there is none, because it expired. */
    fileDeletedAt: at('file_deleted_at'),
    fileDeletedBy: uuid('file_deleted_by').references(() => users.id),
  },
  (t) => [
    index('exports_requested').on(t.requestedBy, t.createdAt, t.id),
    index('exports_created').on(t.createdAt, t.id),
    index('exports_expiring')
      .on(t.expiresAt)
      .where(sql`storage_key is not null and file_deleted_at is null`),
  ],
)

/**
 * Which customers are in an export, a thousand to a row in the order of the file: 16 bytes a customer. An erasure, which is rare, scans
 * them for one id.
 */
export const exportParts = pgTable(
  'export_parts',
  {
    exportId: uuid('export_id')
      .notNull()
      .references(() => exports.id),
    part: integer('part').notNull(),
    customerIds: uuid('customer_ids').array().notNull(),
  },
  (t) => [primaryKey({ columns: [t.exportId, t.part] })],
)
