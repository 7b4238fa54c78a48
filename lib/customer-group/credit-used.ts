import { sql, type SQL } from 'drizzle-orm'

/**
 * How much of a row `c` of `credits` was used. A use in a cancelled purchase does not count. `members` is the right side of a condition
 * about the records of the customer, such as `= any(m.ids)`.
 */
export const creditUsed = (members: SQL): SQL =>
  sql`coalesce((select sum(u.amount) from credit_uses u where u.customer_id = c.customer_id and u.credit_id = c.id
    and coalesce((select false from purchases p where p.customer_id ${members} and p.id = u.purchase_id
      and p.situation = 'cancelled' limit 1), true)), 0)`
