import { index, integer, pgTable, primaryKey, uuid } from 'drizzle-orm/pg-core'
import { at, bytes, oneOf } from '@/db/columns'
import { users } from './users'

export const SEARCH_KINDS = ['cpf', 'cnpj', 'document', 'email', 'phone', 'external_id'] as const

/** The personal values that each user has searched for, as HMACs. The values themselves are not stored. */
export const keyedSearches = pgTable(
  'keyed_searches',
  {
    userId: uuid('user_id')
      .notNull()
      .references(() => users.id),
    kind: oneOf('kind', SEARCH_KINDS).notNull(),
    /** HMAC-SHA256 of the kind and the value. */
    valueHash: bytes('value_hash').notNull(),
    firstAt: at('first_at').notNull(),
    lastAt: at('last_at').notNull(),
    searches: integer('searches').notNull().default(1),
    /** When the search was first answered; null if the budget has refused it so far. Repeating an answered search does not count. */
    answeredAt: at('answered_at'),
  },
  (t) => [primaryKey({ columns: [t.userId, t.kind, t.valueHash] }), index('keyed_searches_last').on(t.lastAt)],
)
