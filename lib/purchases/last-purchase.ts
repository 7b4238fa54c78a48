import { sql } from 'drizzle-orm'
import { recordLastPurchases } from '@/lib/customer-group/touch'
import { env } from '@/lib/env'
import type { WriteCtx } from '@/lib/kernel/context'

/** An instant at which a record had a purchase that does not count any more: cancelled, moved to another day, or deleted. */
export type Uncounted = { customerId: string; at: string }

/**
 * Updates the day of the last purchase of these records and of their survivors from their purchases. An older purchase never moves it back;
 * it moves back only from the day of a purchase that does not count any more. Days are those of the company's time zone.
 */
export async function updateLastPurchases(
  { db }: WriteCtx,
  customerIds: readonly string[],
  uncounted: readonly Uncounted[] = [],
): Promise<void> {
  if (!customerIds.length) return
  const zone = env().COMPANY_TIME_ZONE
  await db.execute(
    recordLastPurchases(sql`
      select r.id as customer_id, (newest.at at time zone ${zone})::date as day,
        exists (select 1 from unnest(${sql.param(uncounted.map((u) => u.customerId))}::uuid[], ${sql.param(uncounted.map((u) => u.at))}::timestamptz[]) u(id, at)
          join customers m on m.id = u.id where (m.id = r.id or m.survivor_id = r.id)
            and (u.at at time zone ${zone})::date = r.last_purchase_on) as moves_back
      from customers r, lateral (
        select max((select purchased_at from purchases p where p.customer_id = m.id and p.situation <> 'cancelled'
          order by purchased_at desc limit 1)) as at
        from customers m where m.id = r.id or m.survivor_id = r.id) newest
      where r.id in (select unnest(array[c.id, c.survivor_id]) from customers c
        where c.id = any(${sql.param([...new Set(customerIds)])}::uuid[]))`),
  )
}
