import { bigint, boolean, index, integer, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { at, bytes, createdAt, customerId, keyText, oneOf } from '@/db/columns'
import { users } from './users'

/** What the rows of a file are. */
export const IMPORT_KINDS = ['customers', 'purchases', 'purchase_items', 'purchase_returns', 'credits'] as const
export type ImportKind = (typeof IMPORT_KINDS)[number]

const IMPORT_STATUSES = ['uploaded', 'queued', 'running', 'paused', 'finished', 'cancelled', 'failed'] as const

export type ImportDialect = {
  encoding: 'utf-8' | 'utf-16le' | 'utf-16be' | 'latin1' | 'macintosh' | 'cp850' | 'cp437'
  delimiter: ',' | ';' | '\t' | '|'
  /** The number of the line with the column names; 0 in a file without a header. */
  headerLine: number
  /** The first line with data, when rows between the header and it are not data. */
  firstLine?: number | undefined
  /** The number of columns, after `skipColumns` blank ones. Undefined for imports from before this field existed. */
  columns?: number | undefined
  skipColumns?: number | undefined
  /** Whether each whole line is in quotes. */
  wrapped?: boolean | undefined
  /** `lf`: rows end in LF or CRLF, and a lone CR is part of its cell. Undefined for imports from before this field existed. */
  rowEnd?: 'lf' | 'cr' | undefined
  /** The country of local phones in rows without a country; undefined means Brazil. */
  country?: string | undefined
  /** The order of day and month, when a user has set it; otherwise each column decides. */
  dayOrder?: 'dmy' | 'mdy' | undefined
  /** The decimal mark of amounts, when a user has set it; otherwise each column decides. */
  decimalMark?: '.' | ',' | undefined
}

/** Why a row was rejected, or which value was left out: a code with the column and value. */
export type RowReason = { code: string; column?: string; value?: string }

type PurchaseValues = Record<string, string | number | boolean | null>

/** The header of the column for each target field. */
type ImportMapping = Partial<Record<string, string>>

export const imports = pgTable(
  'imports',
  {
    id: uuid('id').primaryKey(),
    kind: oneOf('kind', IMPORT_KINDS).notNull().default('customers'),
    fileName: text('file_name').notNull(),
    /** Key in the file storage. */
    storageKey: text('storage_key').notNull(),
    bytes: bigint('bytes', { mode: 'number' }).notNull(),
    sha256: text('sha256').notNull(),
    dialect: jsonb('dialect').$type<ImportDialect>().notNull(),
    headers: jsonb('headers').$type<string[]>().notNull(),
    mapping: jsonb('mapping').$type<ImportMapping>(),
    /** Whether columns without a target become attributes of the customer. */
    keepAttributes: boolean('keep_attributes').notNull().default(true),
    /** The source system of the ids in the external id column. */
    source: text('source').notNull().default('import'),
    status: oneOf('status', IMPORT_STATUSES).notNull().default('uploaded'),
    /** Data rows that have been processed; always the sum of accepted, rejected and waiting rows. */
    rowsDone: integer('rows_done').notNull().default(0),
    /** Known once the file has been read to its end. */
    rowsTotal: integer('rows_total'),
    /** Bytes read for the rows done; the progress bar uses them until the total is known. */
    bytesDone: bigint('bytes_done', { mode: 'number' }).notNull().default(0),
    accepted: integer('accepted').notNull().default(0),
    created: integer('created').notNull().default(0),
    changed: integer('changed').notNull().default(0),
    rejected: integer('rejected').notNull().default(0),
    /** Rows that wait for the decision of a person. */
    waiting: integer('waiting').notNull().default(0),
    /** Accepted rows with a value that was left out (a phone of four digits) or corrected (a lost zero). */
    noted: integer('noted').notNull().default(0),
    /** A code under `imports.failures`, when status is failed. */
    failure: text('failure'),
    createdAt: createdAt(),
    createdBy: uuid('created_by')
      .notNull()
      .references(() => users.id),
    startedAt: at('started_at'),
    finishedAt: at('finished_at'),
    undoStartedAt: at('undo_started_at'),
    undoStartedBy: uuid('undo_started_by').references(() => users.id),
    undoFinishedAt: at('undo_finished_at'),
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
    /** `noted` rows were accepted; the reasons name the values that were left out or corrected. */
    outcome: oneOf('outcome', ['rejected', 'noted']).notNull(),
    /** Translated into sentences when they are read. */
    reasons: jsonb('reasons').$type<RowReason[]>().notNull(),
    cells: jsonb('cells').$type<string[]>().notNull(),
    /** The customer of a `noted` row; null in imports from before this field existed. */
    customerId: uuid('customer_id'),
  },
  (t) => [primaryKey({ columns: [t.importId, t.row] })],
)

/** Rows that an import did not apply, because a person has to decide about them. */
export const importReviews = pgTable(
  'import_reviews',
  {
    importId: uuid('import_id')
      .notNull()
      .references(() => imports.id),
    row: integer('row').notNull(),
    /** The customer that the row would change. */
    customerId: uuid('customer_id').notNull(),
    reasons: jsonb('reasons').$type<RowReason[]>().notNull(),
    cells: jsonb('cells').$type<string[]>().notNull(),
    decision: oneOf('decision', ['accepted', 'refused']),
    decidedAt: at('decided_at'),
    decidedBy: uuid('decided_by').references(() => users.id),
  },
  (t) => [primaryKey({ columns: [t.importId, t.row] })],
)

/**
 * The customers that a batch of an import created or changed. The values are in the history of each customer, encrypted; this row
 * leads to them, for the list of results and for an undo.
 */
export const importChanges = pgTable(
  'import_changes',
  {
    customerId: customerId(),
    importId: uuid('import_id')
      .notNull()
      .references(() => imports.id),
    /** The first row of the batch about this customer. */
    row: integer('row').notNull(),
    created: boolean('created').notNull(),
    /** The ids in the source system that the customer gained. */
    externalIds: jsonb('external_ids').$type<string[]>().notNull(),
    undoneAt: at('undone_at'),
    /** What an undo did not take back, because somebody changed it later; null before an undo. */
    kept: jsonb('kept').$type<string[]>(),
  },
  (t) => [
    primaryKey({ columns: [t.customerId, t.importId, t.row] }),
    index('import_changes_import').on(t.importId, t.row),
  ],
)

/**
 * Customers from rows without external id and document: the hash of the row's values identifies them in later imports.
 * Keyed by the hash, like external ids by the id.
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

/** The rows of purchases and credits that an import wrote, by their ids in the source. An undo compares `after` with the present values. */
export const importPurchaseRows = pgTable(
  'import_purchase_rows',
  {
    importId: uuid('import_id')
      .notNull()
      .references(() => imports.id),
    kind: oneOf('kind', ['purchases', 'items', 'returns', 'exclusions', 'credits', 'uses']).notNull(),
    /** The id of the purchase or the credit in the source. */
    parentKey: keyText('parent_key').notNull(),
    /** The line of an item, the id of a return or of a use; empty for a purchase or a credit. */
    key: keyText('key').notNull(),
    /** The first row of the file about it. */
    row: integer('row').notNull(),
    /** A hash of what that row says: a later row of the file must not contradict it. */
    digest: text('digest').notNull(),
    customerId: uuid('customer_id').notNull(),
    parentId: uuid('parent_id'),
    rowId: text('row_id').notNull(),
    /** The values before the import; null for a new row. */
    before: jsonb('before').$type<PurchaseValues>(),
    /** Null when the import changed nothing. */
    after: jsonb('after').$type<PurchaseValues>(),
    undoneAt: at('undone_at'),
    /** Whether an undo left the row as it was, because it was changed later, or because others refer to it. */
    kept: boolean('kept').notNull().default(false),
  },
  (t) => [
    primaryKey({ columns: [t.importId, t.kind, t.parentKey, t.key] }),
    index('import_purchase_rows_row').on(t.importId, t.row),
  ],
)
