import { sql } from 'drizzle-orm'
import { foreignKey, index, integer, pgTable, primaryKey, smallint, text, uuid } from 'drizzle-orm/pg-core'
import { at, createdAt, customerId, id, keyText, oneOf } from '@/db/columns'
import { customers } from './customers'
import { journeys } from './journeys'
import { users } from './users'

/** Documents that were sent together. */
export const documentKits = pgTable(
  'document_kits',
  {
    customerId: customerId().references(() => customers.id),
    /** UUIDv7: newest first is the primary key backwards. */
    id: id(),
    title: text('title').notNull(),
    /** Without a journey its documents cannot be sent again. */
    journeyId: uuid('journey_id').references(() => journeys.id),
    source: oneOf('source', ['portal', 'import', 'api']).notNull(),
    createdAt: createdAt(),
    createdBy: uuid('created_by').references(() => users.id),
  },
  (t) => [primaryKey({ columns: [t.customerId, t.id] })],
)

/** One document of a kit; it is archived if `archivedAt` is set, deleted if `deletedAt` is set, and otherwise available. */
export const documents = pgTable(
  'documents',
  {
    customerId: customerId(),
    id: id(),
    kitId: uuid('kit_id').notNull(),
    /** Place in its kit, from 1. */
    position: smallint('position').notNull(),
    /** The number that customers and staff see, without spaces. */
    number: keyText('number').notNull(),
    title: text('title').notNull(),
    archivedAt: at('archived_at'),
    deletedAt: at('deleted_at'),
    deletedBy: uuid('deleted_by').references(() => users.id),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.customerId, t.id] }),
    foreignKey({ columns: [t.customerId, t.kitId], foreignColumns: [documentKits.customerId, documentKits.id] }),
    index('documents_timeline').on(t.customerId, t.createdAt, t.id),
    index('documents_kit').on(t.customerId, t.kitId, t.position),
    index('documents_to_archive')
      .on(t.createdAt)
      .where(sql`archived_at is null and deleted_at is null`),
  ],
)

/** Finds customers by document number. Two systems may use the same number. */
export const documentNumbers = pgTable(
  'document_numbers',
  {
    number: keyText('number').notNull(),
    customerId: uuid('customer_id').notNull(),
    documentId: uuid('document_id').notNull(),
  },
  (t) => [primaryKey({ columns: [t.number, t.customerId, t.documentId] })],
)

/** A document's PDFs: the original and, after an acceptance, the final one that ends with the laudo. Immutable. */
export const documentFiles = pgTable(
  'document_files',
  {
    customerId: customerId(),
    documentId: uuid('document_id').notNull(),
    role: oneOf('role', ['original', 'final']).notNull(),
    /** The file's name when somebody downloads it. */
    name: text('name').notNull(),
    /** Key in the file storage; a move to the archive or back gives the file a new one. */
    storageKey: text('storage_key').notNull(),
    sha256: text('sha256').notNull(),
    bytes: integer('bytes').notNull(),
    pages: integer('pages').notNull(),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.customerId, t.documentId, t.role] }),
    foreignKey({ columns: [t.customerId, t.documentId], foreignColumns: [documents.customerId, documents.id] }),
    // Before a file is deleted, this finds the documents that still use it.
    index('document_files_content').on(t.storageKey),
  ],
)

/** A staff member's request for an archived document; a job restores it and mails them a link. */
export const archiveRequests = pgTable(
  'archive_requests',
  {
    customerId: customerId(),
    id: id(),
    documentId: uuid('document_id').notNull(),
    requestedBy: uuid('requested_by')
      .notNull()
      .references(() => users.id),
    requestedAt: at('requested_at').notNull(),
    readyAt: at('ready_at'),
    /** Until when the mailed link opens it. */
    expiresAt: at('expires_at'),
    failedAt: at('failed_at'),
  },
  (t) => [
    primaryKey({ columns: [t.customerId, t.id] }),
    foreignKey({ columns: [t.customerId, t.documentId], foreignColumns: [documents.customerId, documents.id] }),
    index('archive_requests_document').on(t.customerId, t.documentId, t.id),
  ],
)
