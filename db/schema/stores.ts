import { pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { createdAt } from '@/db/columns'

export const stores = pgTable('stores', {
  id: uuid('id').primaryKey(),
  code: text('code').notNull().unique(),
  name: text('name').notNull(),
  createdAt: createdAt(),
})
