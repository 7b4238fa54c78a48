import { sql } from 'drizzle-orm'
import { check, foreignKey, index, pgTable, primaryKey, unique, uuid } from 'drizzle-orm/pg-core'
import { createdAt, customerId, id } from '@/db/columns'
import { cases } from './cases'
import { conversations } from './conversations'
import { documents } from './documents'
import { sends } from './sending'
import { users } from './users'

/** What a case is about: a message, a document or a conversation of the same record of the customer. */
export const caseLinks = pgTable(
  'case_links',
  {
    customerId: customerId(),
    caseId: uuid('case_id').notNull(),
    id: id(),
    sendId: uuid('send_id'),
    documentId: uuid('document_id'),
    conversationId: uuid('conversation_id'),
    createdAt: createdAt(),
    createdBy: uuid('created_by')
      .notNull()
      .references(() => users.id),
  },
  (t) => [
    primaryKey({ columns: [t.customerId, t.caseId, t.id] }),
    foreignKey({ columns: [t.customerId, t.caseId], foreignColumns: [cases.customerId, cases.id] }),
    foreignKey({ columns: [t.customerId, t.sendId], foreignColumns: [sends.customerId, sends.id] }),
    foreignKey({ columns: [t.customerId, t.documentId], foreignColumns: [documents.customerId, documents.id] }),
    foreignKey({
      columns: [t.customerId, t.conversationId],
      foreignColumns: [conversations.customerId, conversations.id],
    }),
    check('case_links_target', sql`num_nonnulls(send_id, document_id, conversation_id) = 1`),
    unique('case_links_once').on(t.customerId, t.caseId, t.sendId, t.documentId, t.conversationId).nullsNotDistinct(),
    // Find the cases of a message, a document or a conversation.
    index('case_links_send')
      .on(t.customerId, t.sendId)
      .where(sql`send_id is not null`),
    index('case_links_document')
      .on(t.customerId, t.documentId)
      .where(sql`document_id is not null`),
    index('case_links_conversation')
      .on(t.customerId, t.conversationId)
      .where(sql`conversation_id is not null`),
  ],
)
