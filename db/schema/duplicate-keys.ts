import { index, integer, pgTable, uuid } from 'drizzle-orm/pg-core'
import { at } from '@/db/columns'

/** The blocking keys of a customer: only customers that share one are compared. */
export const duplicateKeys = pgTable(
  'duplicate_keys',
  {
    /** Without a reference: the keys of a removed customer only find nobody. */
    customerId: uuid('customer_id').primaryKey(),
    /** Hashes of the keys, so that the table has no personal data in clear. */
    keys: integer('keys').array().notNull(),
    /** The `updated_at` of the customer when it was last compared. */
    customerUpdatedAt: at('customer_updated_at').notNull(),
  },
  (t) => [index('duplicate_keys_keys').using('gin', t.keys).with({ fastupdate: false })],
)
