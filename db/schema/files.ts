import { sql } from 'drizzle-orm'
import { index, pgTable, text } from 'drizzle-orm/pg-core'
import { at } from '@/db/columns'

/** Stored files that no other row refers to yet: the sweep deletes files of processes that died before they recorded them. */
export const stagedFiles = pgTable(
  'staged_files',
  {
    key: text('key').primaryKey(),
    stagedAt: at('staged_at')
      .notNull()
      .default(sql`now()`),
    /** Since when the file is being deleted and may no longer be recorded. */
    droppingAt: at('dropping_at'),
  },
  (t) => [index('staged_files_age').on(t.stagedAt)],
)
