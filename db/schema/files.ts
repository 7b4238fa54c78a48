import { sql } from 'drizzle-orm'
import { index, pgTable, text } from 'drizzle-orm/pg-core'
import { at } from '@/db/columns'

/** Files in the storage that no other row names yet: the sweep deletes those whose process died before it recorded them. */
export const stagedFiles = pgTable(
  'staged_files',
  {
    key: text('key').primaryKey(),
    stagedAt: at('staged_at')
      .notNull()
      .default(sql`now()`),
    /** Since then nothing may record the file any more: its bytes are being deleted. */
    droppingAt: at('dropping_at'),
  },
  (t) => [index('staged_files_age').on(t.stagedAt)],
)
