import { sql } from 'drizzle-orm'
import { readRows } from '@/db/read'
import type { Ctx } from '@/lib/kernel/context'

/** The last purchase and the last contact of a customer, over all records of the group. */
export type CustomerFacts = {
  customerId: string
  memberIds: string[]
  lastPurchaseAt: Date | null
  /** The last successful contact by any store. */
  lastContactAt: Date | null
  lastContactStore: string | null
}

type Row = Omit<CustomerFacts, 'lastPurchaseAt' | 'lastContactAt'> & {
  lastPurchaseAt: string | null
  lastContactAt: string | null
}

const instant = (text: string | null) => (text === null ? null : new Date(text))

/**
 * Reads the facts of some customers in one statement, with bounded index reads for each record. The keys are the ids of the surviving
 * records. The caller checks the scope.
 */
export async function readCustomerFacts(
  { db }: Pick<Ctx, 'db'>,
  customerIds: readonly string[],
): Promise<Map<string, CustomerFacts>> {
  if (!customerIds.length) return new Map()
  const rows = await readRows<Row>(
    db,
    sql`select c.id as "customerId", g.ids as "memberIds", p.at as "lastPurchaseAt", i.at as "lastContactAt", i.store as "lastContactStore"
    from customers c
    cross join lateral (select array_prepend(c.id, array(select a.id from customers a where a.survivor_id = c.id)) as ids offset 0) g
    left join lateral (select p.purchased_at as at from unnest(g.ids) member (id) cross join lateral (
      select p.purchased_at from purchases p where p.customer_id = member.id and p.situation <> 'cancelled'
      order by p.purchased_at desc limit 1) p order by p.purchased_at desc limit 1) p on true
    left join lateral (select i.started_at as at, s.name as store from unnest(g.ids) member (id) cross join lateral (
      select i.started_at, i.store_id from agenda_interactions i where i.customer_id = member.id and i.situation = 'success'
      order by i.started_at desc limit 1) i join stores s on s.id = i.store_id order by i.started_at desc limit 1) i on true
    where c.id = any(${sql.param([...customerIds])}::uuid[])`,
  )
  return new Map(
    rows.map((row) => [
      row.customerId,
      { ...row, lastPurchaseAt: instant(row.lastPurchaseAt), lastContactAt: instant(row.lastContactAt) },
    ]),
  )
}

/** The last time that somebody of any store spoke to the customer, of the contacts that had ended at a moment. */
export async function readLastContact(
  { db }: Pick<Ctx, 'db'>,
  memberIds: readonly string[],
  endedBy: Date,
): Promise<Pick<CustomerFacts, 'lastContactAt' | 'lastContactStore'>> {
  const [row] = await readRows<{ at: string; store: string }>(
    db,
    sql`select i.started_at as at, s.name as store from unnest(${sql.param([...memberIds])}::uuid[]) member (id)
    cross join lateral (select i.started_at, i.store_id from agenda_interactions i where i.customer_id = member.id
      and i.situation = 'success' and i.closed_at <= ${endedBy.toISOString()}::timestamptz order by i.started_at desc limit 1) i
    join stores s on s.id = i.store_id order by i.started_at desc limit 1`,
  )
  return { lastContactAt: instant(row?.at ?? null), lastContactStore: row?.store ?? null }
}
