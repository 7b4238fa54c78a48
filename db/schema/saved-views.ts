import { sql } from 'drizzle-orm'
import { check, index, integer, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { createdAt, oneOf } from '@/db/columns'
import { ROLES, users } from './users'

/** Reports of the customer filter that people have given a name. A view has a filter and no customers: it shows what its reader may see. */
export const savedViews = pgTable(
  'saved_views',
  {
    id: uuid('id').primaryKey(),
    ownerId: uuid('owner_id')
      .notNull()
      .references(() => users.id),
    name: text('name').notNull(),
    /** Conditions, order and columns, as the query of the report's address. */
    query: text('query').notNull(),
    /** Users with this role see the view too. Null: only its owner sees it. */
    sharedWith: oneOf('shared_with', ROLES),
    version: integer('version').notNull().default(1),
    createdAt: createdAt(),
  },
  (t) => [
    index('saved_views_owner').on(t.ownerId, t.name),
    index('saved_views_shared')
      .on(t.sharedWith, t.name)
      .where(sql`shared_with is not null`),
    check('saved_views_name', sql`btrim(name) <> ''`),
  ],
)
