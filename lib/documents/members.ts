import { sql, type SQL } from 'drizzle-orm'

/** The customer and the records merged into it, for a WHERE on a child's `customer_id`. */
export const membersOf = (rootId: string): SQL => sql`(select m.id from customers m where m.id = ${rootId} or m.survivor_id = ${rootId})`
