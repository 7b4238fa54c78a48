import { index, jsonb, pgTable } from 'drizzle-orm/pg-core'
import { at, bytes } from '@/db/columns'

/** What forms with a one-time key have done, written in the change's own transaction: the same form sent again does it no second time. */
export const onceKeys = pgTable(
  'once_keys',
  {
    /** SHA-256 of the person, the act, the form's key and what it said. */
    key: bytes('key').primaryKey(),
    /** What the command answered; null while it runs. */
    value: jsonb('value'),
    doneAt: at('done_at').notNull(),
  },
  (t) => [index('once_keys_done').on(t.doneAt)],
)
