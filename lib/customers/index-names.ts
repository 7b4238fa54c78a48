import { sql } from 'drizzle-orm'
import type { Primary } from '@/db/handles'

/**
 * Updates the search index of these customers' names, and the dictionary of their words. Code that writes a name, preferred name, store,
 * assigned user or survivor calls this once, at the end of its transaction, with all the ids it wrote (a few thousand at most).
 */
export async function indexNames(db: Primary, customerIds: string[]): Promise<void> {
  if (!customerIds.length) return
  await db.execute(sql`select index_customer_names(${sql.param(customerIds)}::uuid[])`)
}
