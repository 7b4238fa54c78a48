import { index, jsonb, pgTable } from 'drizzle-orm/pg-core'
import { at, bytes } from '@/db/columns'

/** Idempotency keys of forms, written in the transaction of the change, so that the same form sent again changes nothing. */
export const idempotencyKeys = pgTable(
  'idempotency_keys',
  {
    /** SHA-256 of the user, the event, the form's key and its values. */
    key: bytes('key').primaryKey(),
    /** The result of the command; null while it runs. */
    value: jsonb('value'),
    doneAt: at('done_at').notNull(),
  },
  (t) => [index('idempotency_keys_done').on(t.doneAt)],
)
