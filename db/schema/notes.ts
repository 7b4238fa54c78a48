import { foreignKey, index, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { createdAt, customerId, id } from '@/db/columns'
import { customers } from './customers'
import { users } from './users'

export const notes = pgTable(
  'notes',
  {
    customerId: customerId(),
    /** UUIDv7: newest first is the primary key backwards. */
    id: id(),
    body: text('body').notNull(),
    authorId: uuid('author_id')
      .notNull()
      .references(() => users.id),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.customerId, t.id] }),
    foreignKey({ columns: [t.customerId], foreignColumns: [customers.id] }),
    index('notes_timeline').on(t.customerId, t.createdAt, t.id),
  ],
)
