import { bigint, index, integer, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { at, createdAt, keyText, oneOf } from '@/db/columns'
import { users } from './users'

export const IMPORT_STATUSES = ['uploaded', 'queued', 'running', 'paused', 'finished', 'cancelled', 'failed'] as const

export type ImportDialect = { encoding: 'utf-8' | 'latin1'; delimiter: ',' | ';' | '\t' | '|'; headerLine: number }

/** Target field → header of the column it is read from. */
export type ImportMapping = Record<string, string>

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
    /** Names the source system whose ids the external id column holds. */
    source: text('source').notNull().default('import'),
    status: oneOf('status', IMPORT_STATUSES).notNull().default('uploaded'),
    /** Data rows done; rows accepted + rejected always equals it. */
    rowsDone: integer('rows_done').notNull().default(0),
    rowsTotal: integer('rows_total'),
    accepted: integer('accepted').notNull().default(0),
    created: integer('created').notNull().default(0),
    changed: integer('changed').notNull().default(0),
    rejected: integer('rejected').notNull().default(0),
    /** In words, when status is failed. */
    failure: text('failure'),
    createdAt: createdAt(),
    createdBy: uuid('created_by').notNull().references(() => users.id),
    startedAt: at('started_at'),
    finishedAt: at('finished_at'),
  },
  (t) => [index('imports_created').on(t.createdAt, t.id)],
)

export const importRejections = pgTable(
  'import_rejections',
  {
    importId: uuid('import_id').notNull().references(() => imports.id),
    /** 1 = the first row after the header. */
    row: integer('row').notNull(),
    /** Reason codes with the column each is about; put in words on read. */
    reasons: jsonb('reasons').$type<{ code: string; column?: string; value?: string }[]>().notNull(),
    cells: jsonb('cells').$type<string[]>().notNull(),
  },
  (t) => [primaryKey({ columns: [t.importId, t.row] })],
)

/** The mapping last used for files with these headers. */
export const importMappings = pgTable('import_mappings', {
  /** The headers, normalised and joined by a tab. */
  headerKey: keyText('header_key').primaryKey(),
  mapping: jsonb('mapping').$type<ImportMapping>().notNull(),
  source: text('source').notNull(),
  usedAt: at('used_at').notNull(),
  usedBy: uuid('used_by').notNull().references(() => users.id),
})
