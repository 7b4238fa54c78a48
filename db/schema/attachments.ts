import { sql } from 'drizzle-orm'
import { check, foreignKey, index, integer, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { at, createdAt, customerId, id, oneOf } from '@/db/columns'
import { cases } from './cases'
import { customers } from './customers'
import { sends } from './sending'
import { users } from './users'

/** The types that an attachment can have. They are recognised by the content of the file. */
export const ATTACHMENT_TYPES = [
  'pdf',
  'png',
  'jpeg',
  'webp',
  'gif',
  'text',
  'csv',
  'docx',
  'xlsx',
  'odt',
  'ogg',
  'mp3',
  'm4a',
] as const

/** A file that staff attached to a customer, to one of its cases or to one of its sends. */
export const attachments = pgTable(
  'attachments',
  {
    customerId: customerId().references(() => customers.id),
    /** UUIDv7: newest first is the primary key backwards. */
    id: id(),
    /** Null for an attachment of a send or of the customer itself. */
    caseId: uuid('case_id'),
    /** Null for an attachment of a case or of the customer itself. */
    sendId: uuid('send_id'),
    /** The file's name for display and downloads, with an extension of its type. */
    name: text('name').notNull(),
    /** The name that the browser sent, if its extension did not belong to the content. */
    renamedFrom: text('renamed_from'),
    type: oneOf('type', ATTACHMENT_TYPES).notNull(),
    /** The character encoding of a text. */
    charset: oneOf('charset', ['utf-8', 'windows-1252']),
    /** Key in the file storage. */
    storageKey: text('storage_key').notNull(),
    sha256: text('sha256').notNull(),
    bytes: integer('bytes').notNull(),
    createdAt: createdAt(),
    createdBy: uuid('created_by')
      .notNull()
      .references(() => users.id),
    /** When somebody deleted it. The row stays, and a job deletes the file. */
    retiredAt: at('retired_at'),
    retiredBy: uuid('retired_by').references(() => users.id),
    retiredReason: text('retired_reason'),
  },
  (t) => [
    primaryKey({ columns: [t.customerId, t.id] }),
    foreignKey({ columns: [t.customerId, t.caseId], foreignColumns: [cases.customerId, cases.id] }),
    foreignKey({ columns: [t.customerId, t.sendId], foreignColumns: [sends.customerId, sends.id] }),
    index('attachments_case')
      .on(t.customerId, t.caseId, t.id)
      .where(sql`case_id is not null`),
    index('attachments_send')
      .on(t.customerId, t.sendId, t.id)
      .where(sql`send_id is not null`),
    // The customer's timeline. An attachment is in one of them.
    index('attachments_timeline')
      .on(t.customerId, t.createdAt, t.id)
      .where(sql`case_id is null and send_id is null`),
    index('attachments_timeline_case')
      .on(t.customerId, t.createdAt, t.id)
      .where(sql`case_id is not null`),
    index('attachments_timeline_send')
      .on(t.customerId, t.createdAt, t.id)
      .where(sql`send_id is not null`),
    check('attachments_subject', sql`case_id is null or send_id is null`),
    check('attachments_retired', sql`(retired_at is null) = (retired_by is null)`),
  ],
)
