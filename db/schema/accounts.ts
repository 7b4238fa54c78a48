import { sql } from 'drizzle-orm'
import { check, date, foreignKey, integer, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { at, createdAt, customerId, id, keyText } from '@/db/columns'
import { customers } from './customers'
import { users } from './users'

/** A customer's accounts in other systems, such as a bank account, a loyalty card or a subscription. */
export const accounts = pgTable(
  'accounts',
  {
    customerId: customerId(),
    id: id(),
    /** The system that the account is in. */
    source: text('source').notNull(),
    /** The number of the account in that system. */
    externalId: keyText('external_id').notNull(),
    name: text('name').notNull(),
    type: text('type'),
    product: text('product'),
    status: text('status'),
    openedOn: date('opened_on', { mode: 'string' }),
    /** Other values of that system under their names there. They may be personal, so they are masked. */
    extra: jsonb('extra').$type<Record<string, string>>().notNull().default({}),
    version: integer('version').notNull().default(1),
    createdAt: createdAt(),
    createdBy: uuid('created_by')
      .notNull()
      .references(() => users.id),
    /** An unlinked account stays, and can be linked again or to another customer. */
    unlinkedAt: at('unlinked_at'),
    unlinkedBy: uuid('unlinked_by').references(() => users.id),
  },
  (t) => [
    primaryKey({ columns: [t.customerId, t.id] }),
    foreignKey({ columns: [t.customerId], foreignColumns: [customers.id] }),
    check('accounts_name', sql`btrim(name) <> '' and btrim(source) <> '' and btrim(external_id) <> ''`),
    check('accounts_unlinked', sql`(unlinked_at is null) = (unlinked_by is null)`),
  ],
)

/** The customer that each account is linked to. Its key makes an account belong to one customer only. */
export const accountKeys = pgTable(
  'account_keys',
  {
    source: text('source').notNull(),
    externalId: keyText('external_id').notNull(),
    customerId: uuid('customer_id').notNull(),
    accountId: uuid('account_id').notNull(),
  },
  (t) => [primaryKey({ columns: [t.source, t.externalId] })],
)
