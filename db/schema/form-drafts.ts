import { index, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { at, bytes } from '@/db/columns'
import { users } from './users'

/** Texts of forms that were sent after their session had ended, for the same user in the same browser. */
export const formDrafts = pgTable(
  'form_drafts',
  {
    /** SHA-256 of the token in the browser's cookie, the user, the page and the form. */
    key: bytes('key').primaryKey(),
    userId: uuid('user_id')
      .notNull()
      .references(() => users.id),
    /** The values, encrypted with a key that depends on the browser's token. */
    sealed: text('sealed').notNull(),
    expiresAt: at('expires_at').notNull(),
  },
  (t) => [index('form_drafts_user').on(t.userId, t.expiresAt)],
)
