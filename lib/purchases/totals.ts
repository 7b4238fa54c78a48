import { sql } from 'drizzle-orm'
import type { WriteCtx } from '@/lib/kernel/context'

export type PurchaseId = { customerId: string; id: string }

/** Stores the sum of the items as the total of purchases that have no total from their source. */
export async function addUpItems({ db }: WriteCtx, ids: readonly PurchaseId[]): Promise<void> {
  if (!ids.length) return
  await db.execute(sql`
    update purchases p set total = i.total + i.freight, freight = i.freight
    from unnest(${sql.param(ids.map((p) => p.customerId))}::uuid[], ${sql.param(ids.map((p) => p.id))}::uuid[]) k(customer, id),
      lateral (select coalesce(sum(total), 0)::bigint as total, coalesce(sum(freight), 0)::bigint as freight from purchase_items
        where customer_id = k.customer and purchase_id = k.id) i
    where p.customer_id = k.customer and p.id = k.id and p.total_from_items
      and (p.total, p.freight) is distinct from (i.total + i.freight, i.freight)`)
}
