import { sql } from 'drizzle-orm'
import {
  char,
  check,
  date,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  smallint,
  text,
  uuid,
} from 'drizzle-orm/pg-core'
import { at, createdAt, customerId, keyText, oneOf, tsvector } from '@/db/columns'
import { PIPELINE_STATUSES, pipelineSubStatuses } from './pipeline-statuses'
import { stores } from './stores'
import { users } from './users'

export const CUSTOMER_KINDS = ['person', 'company'] as const
export const DOCUMENT_TYPES = ['cpf', 'cnpj', 'dni', 'rut', 'rfc', 'passport', 'other'] as const
export const SEXES = ['female', 'male', 'other', 'undisclosed'] as const

export const customers = pgTable(
  'customers',
  {
    /** UUIDv4: staff search by the first block, which a clock-prefixed id would share across an import. */
    id: uuid('id').primaryKey(),
    kind: oneOf('kind', CUSTOMER_KINDS).notNull(),
    /** The civil or legal name. */
    name: text('name').notNull(),
    /** Nome social of a person, nome fantasia of a company. */
    preferredName: text('preferred_name'),
    documentCountry: char('document_country', { length: 2 }),
    documentType: oneOf('document_type', DOCUMENT_TYPES),
    /** Normalised: upper case, no punctuation. A CNPJ may contain letters. */
    documentNumber: keyText('document_number'),
    birthOn: date('birth_on'),
    sex: oneOf('sex', SEXES),
    registeredOn: date('registered_on'),
    storeId: uuid('store_id').references(() => stores.id),
    registeredBy: uuid('registered_by').references(() => users.id),
    howMet: text('how_met'),
    remarks: text('remarks'),
    lastPurchaseOn: date('last_purchase_on'),
    rating: smallint('rating'),
    assignedUserId: uuid('assigned_user_id').references(() => users.id),
    /** Position in the sales cycle. A customer is new until somebody changes the status. */
    pipelineStatus: oneOf('pipeline_status', PIPELINE_STATUSES).notNull().default('new'),
    pipelineSubStatusId: uuid('pipeline_sub_status_id'),
    /** The last change of status or sub-status; null if there was none. */
    pipelineChangedAt: at('pipeline_changed_at'),
    /** Values from other systems, by their names there. */
    attributes: jsonb('attributes').$type<Record<string, string>>().notNull().default({}),
    lastInteractionAt: at('last_interaction_at'),
    lastInteractionChannel: text('last_interaction_channel'),
    /** The later of the last interaction and the last change; the list's order. */
    lastActivityAt: at('last_activity_at')
      .notNull()
      .default(sql`now()`),
    /** The surviving record of an absorbed one, never a chain; null on a survivor. No foreign key, because the table may be distributed. */
    survivorId: uuid('survivor_id'),
    version: integer('version').notNull().default(1),
    createdAt: createdAt(),
    createdBy: uuid('created_by'),
    updatedAt: at('updated_at')
      .notNull()
      .default(sql`now()`),
  },
  (t) => [
    index('customers_document')
      .on(t.documentNumber)
      .where(sql`document_number is not null`),
    index('customers_activity')
      .on(t.lastActivityAt, t.id)
      .where(sql`survivor_id is null`),
    index('customers_store_activity')
      .on(t.storeId, t.lastActivityAt, t.id)
      .where(sql`survivor_id is null`),
    index('customers_assigned_activity')
      .on(t.assignedUserId, t.lastActivityAt, t.id)
      .where(sql`survivor_id is null and assigned_user_id is not null`),
    // The orders of the customer filter. A missing value is the lowest, so that one index serves the filter and its order.
    index('customers_rating_order')
      .on(sql`coalesce(rating, -1)`, t.id)
      .where(sql`survivor_id is null`),
    index('customers_registered_order')
      .on(sql`coalesce(registered_on, '-infinity'::date)`, t.id)
      .where(sql`survivor_id is null`),
    index('customers_purchase_order')
      .on(sql`coalesce(last_purchase_on, '-infinity'::date)`, t.id)
      .where(sql`survivor_id is null`),
    index('customers_interaction_order')
      .on(sql`coalesce(last_interaction_at, '-infinity'::timestamptz)`, t.id)
      .where(sql`survivor_id is null`),
    index('customers_registered_by')
      .on(t.registeredBy)
      .where(sql`survivor_id is null and registered_by is not null`),
    // One range for each column of a seller's board, and of its part in one store (docs/decisions/035-pipeline.md).
    index('customers_board')
      .on(t.assignedUserId, t.pipelineStatus, sql`coalesce(pipeline_changed_at, created_at)`, t.id)
      .where(sql`survivor_id is null and assigned_user_id is not null`),
    index('customers_store_board')
      .on(t.storeId, t.assignedUserId, t.pipelineStatus, sql`coalesce(pipeline_changed_at, created_at)`, t.id)
      .where(sql`survivor_id is null and assigned_user_id is not null`),
    index('customers_sub_status')
      .on(t.pipelineSubStatusId, t.assignedUserId, sql`coalesce(pipeline_changed_at, created_at)`, t.id)
      .where(sql`survivor_id is null and pipeline_sub_status_id is not null`),
    index('customers_status')
      .on(t.pipelineStatus, t.id)
      .where(sql`survivor_id is null and pipeline_status <> 'new'`),
    foreignKey({
      name: 'customers_sub_status_of_status',
      columns: [t.pipelineStatus, t.pipelineSubStatusId],
      foreignColumns: [pipelineSubStatuses.status, pipelineSubStatuses.id],
    }),
    // Finds the customers that changed since they were compared with others.
    index('customers_updated').on(t.updatedAt, t.id),
    index('customers_survivor')
      .on(t.survivorId)
      .where(sql`survivor_id is not null`),
    check('customers_rating', sql`rating between 0 and 5`),
    check('customers_name', sql`btrim(name) <> ''`),
    check('customers_document_whole', sql`(document_number is null) = (document_type is null)`),
  ],
)

/** One row per searchable name of a customer, written in the same transaction as the name it mirrors. */
export const customerNames = pgTable(
  'customer_names',
  {
    customerId: customerId().references(() => customers.id),
    source: oneOf('source', ['name', 'preferred_name']).notNull(),
    /** Output of SQL `name_key(text)`: lower, unaccented, single spaces, without da/de/do/dos/das/e. */
    nameKey: keyText('name_key').notNull(),
    /** The words of `name_key`, plus marks of the scope, so that a search within a scope is one index probe. */
    nameTsv: tsvector('name_tsv').notNull(),
    /** Copied from the customer, so that a search within a scope reads no rows outside it. */
    storeId: uuid('store_id'),
    assignedUserId: uuid('assigned_user_id'),
  },
  (t) => [
    primaryKey({ columns: [t.customerId, t.source] }),
    index('customer_names_key').on(t.nameKey, t.customerId),
    index('customer_names_store_key')
      .on(t.storeId, t.nameKey, t.customerId)
      .where(sql`store_id is not null`),
    index('customer_names_assigned_key')
      .on(t.assignedUserId, t.nameKey, t.customerId)
      .where(sql`assigned_user_id is not null`),
    index('customer_names_tsv').using('gin', t.nameTsv).with({ fastupdate: false }),
    // Common words are searched in a part of the rows, rare combinations by pairs of words (docs/decisions/007-search.md).
    index('customer_names_tsv_128th')
      .using('gin', t.nameTsv)
      .with({ fastupdate: false })
      .where(sql`uuid_hash(customer_id) & 127 = 0`),
    index('customer_names_tsv_1024th')
      .using('gin', t.nameTsv)
      .with({ fastupdate: false })
      .where(sql`uuid_hash(customer_id) & 1023 = 0`),
    index('customer_names_pairs')
      .using('gin', sql`name_pairs(name_key, store_id)`)
      .with({ fastupdate: false }),
  ],
)

/** All words of searchable names. Rows are never deleted, and the words of a committed name are always present. */
export const nameWords = pgTable('name_words', {
  word: keyText('word').primaryKey(),
  /** The approximate number of names with this word; updates skip rows that are locked. */
  names: integer('names').notNull().default(0),
})

/** Each word with up to two letters removed, which is how misspelt words are found. */
export const nameWordPieces = pgTable(
  'name_word_pieces',
  {
    piece: keyText('piece').notNull(),
    word: keyText('word').notNull(),
  },
  (t) => [primaryKey({ columns: [t.piece, t.word] })],
)

/** The ids of customers in other systems. Keyed by the id, not the customer, because it is looked up by the id. */
export const externalIds = pgTable(
  'external_ids',
  {
    source: text('source').notNull(),
    externalId: keyText('external_id').notNull(),
    customerId: uuid('customer_id').notNull(),
    createdAt: createdAt(),
  },
  (t) => [primaryKey({ columns: [t.source, t.externalId] }), index('external_ids_customer').on(t.customerId)],
)

/** The validation of a registration field: by whom and when. Changing the field removes the row. */
export const fieldValidations = pgTable(
  'field_validations',
  {
    customerId: customerId().references(() => customers.id),
    field: text('field').notNull(),
    validatedAt: at('validated_at')
      .notNull()
      .default(sql`now()`),
    validatedBy: uuid('validated_by')
      .notNull()
      .references(() => users.id),
  },
  (t) => [primaryKey({ columns: [t.customerId, t.field] })],
)
