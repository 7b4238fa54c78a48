import { integer, pgTable, primaryKey, text, unique, uuid } from 'drizzle-orm/pg-core'
import { at, customerId, id } from '@/db/columns'
import { users } from './users'

/**
 * How often a user repeated one refused attempt within an hour. The history has one `access.denied` event for each row, with the subject
 * `denial:<id>`.
 */
export const deniedAttempts = pgTable(
  'denied_attempts',
  {
    /** The nil UUID if the attempt named no customer. */
    customerId: customerId(),
    id: id(),
    userId: uuid('user_id')
      .notNull()
      .references(() => users.id),
    /** A command, a section of the profile, or a permission. */
    wanted: text('wanted').notNull(),
    hourAt: at('hour_at').notNull(),
    attempts: integer('attempts').notNull().default(1),
  },
  (t) => [primaryKey({ columns: [t.customerId, t.id] }), unique().on(t.customerId, t.userId, t.wanted, t.hourAt)],
)
