import { bigint, boolean, index, integer, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { at, bytes, createdAt, keyText, oneOf } from '@/db/columns'
import { users } from './users'

const IMPORT_STATUSES = ['uploaded', 'queued', 'running', 'paused', 'finished', 'cancelled', 'failed'] as const

export type ImportDialect = {
  encoding: 'utf-8' | 'utf-16le' | 'latin1'
  delimiter: ',' | ';' | '\t' | '|'
  headerLine: number
  /** `lf`: rows end in LF or CRLF, and a lone CR is part of its cell. Unknown of files that came before it was asked. */
  rowEnd?: 'lf' | 'cr' | undefined
}

/** Why a row was refused, or what of it was left out: a code, and the column and value it is about. */
export type RowReason = { code: string; column?: string; value?: string }

/** Target field → header of the column it is read from. */
type ImportMapping = Record<string, string>

export const imports = pgTable(
  'imports',
  {
    id: uuid('id').primaryKey(),
    fileName: text('file_name').notNull(),
    /** Key in the file storage. */
    storageKey: text('storage_key').notNull(),
    bytes: bigint('bytes', { mode: 'number' }).notNull(),
    sha256: text('sha256').notNull(),
    dialect: jsonb('dialect').$type<ImportDialect>().notNull(),
    headers: jsonb('headers').$type<string[]>().notNull(),
    mapping: jsonb('mapping').$type<ImportMapping>(),
    /** Whether the columns without a target are kept as the customer's attributes. */
    keepAttributes: boolean('keep_attributes').notNull().default(true),
    /** Names the source system whose ids the external id column holds. */
    source: text('source').notNull().default('import'),
    status: oneOf('status', IMPORT_STATUSES).notNull().default('uploaded'),
    /** Data rows done; rows accepted + rejected always equals it. */
    rowsDone: integer('rows_done').notNull().default(0),
    /** Known once the file has been read to its end. */
    rowsTotal: integer('rows_total'),
    /** Bytes of the file behind the rows done: what the progress bar shows before the total is known. */
    bytesDone: bigint('bytes_done', { mode: 'number' }).notNull().default(0),
    accepted: integer('accepted').notNull().default(0),
    created: integer('created').notNull().default(0),
    changed: integer('changed').notNull().default(0),
    rejected: integer('rejected').notNull().default(0),
    /** Accepted rows of which something could not be read, e.g. a phone of four digits. */
    noted: integer('noted').notNull().default(0),
    /** A code under `imports.failures`, when status is failed. */
    failure: text('failure'),
    createdAt: createdAt(),
    createdBy: uuid('created_by')
      .notNull()
      .references(() => users.id),
    startedAt: at('started_at'),
    finishedAt: at('finished_at'),
  },
  (t) => [index('imports_created').on(t.createdAt, t.id)],
)

export const importRejections = pgTable(
  'import_rejections',
  {
    importId: uuid('import_id')
      .notNull()
      .references(() => imports.id),
    /** 1 = the first row after the header. */
    row: integer('row').notNull(),
    /** `noted` rows were accepted without what the reasons name. */
    outcome: oneOf('outcome', ['rejected', 'noted']).notNull(),
    /** Put in words on read. */
    reasons: jsonb('reasons').$type<RowReason[]>().notNull(),
    cells: jsonb('cells').$type<string[]>().notNull(),
  },
  (t) => [primaryKey({ columns: [t.importId, t.row] })],
)

/**
 * Customers whose row had neither an external id nor a document: what the row says is the key, so that it is found again.
 * Keyed by the value, like external ids.
 */
export const importFingerprints = pgTable(
  'import_fingerprints',
  {
    /** SHA-256 of the row's values, normalised. */
    fingerprint: bytes('fingerprint').primaryKey(),
    customerId: uuid('customer_id').notNull(),
  },
  (t) => [index('import_fingerprints_customer').on(t.customerId)],
)

/** The mapping last used for files with these headers. */
export const importMappings = pgTable('import_mappings', {
  /** The headers, normalised and joined by a tab. */
  headerKey: keyText('header_key').primaryKey(),
  mapping: jsonb('mapping').$type<ImportMapping>().notNull(),
  source: text('source').notNull(),
  keepAttributes: boolean('keep_attributes').notNull().default(true),
  usedAt: at('used_at').notNull(),
  usedBy: uuid('used_by')
    .notNull()
    .references(() => users.id),
})
