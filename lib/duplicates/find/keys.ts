import { sql } from 'drizzle-orm'
import type { Primary } from '@/db/handles'
import { BLOCK_MAX, WEAK_BLOCK_MAX } from '../engine/resolve'

export type KeyedCustomer = { id: string; keys: readonly number[]; updatedAt: string }

/** Saves the keys of customers and the state in which they were compared. Rows that would stay the same are not written. */
export async function saveKeys(tx: Primary, customers: readonly KeyedCustomer[]): Promise<void> {
  if (!customers.length) return
  const column = (values: readonly string[]) => sql.param([...values])
  await tx.execute(sql`
    insert into duplicate_keys (customer_id, keys, customer_updated_at)
    select id, keys::int[], updated_at from unnest(
      ${column(customers.map(({ id }) => id))}::uuid[], ${column(customers.map(({ keys }) => `{${keys.join()}}`))}::text[],
      ${column(customers.map(({ updatedAt }) => updatedAt))}::timestamptz[]
    ) as r(id, keys, updated_at)
    order by id
    on conflict (customer_id) do update set keys = excluded.keys, customer_updated_at = excluded.customer_updated_at
    where (duplicate_keys.keys, duplicate_keys.customer_updated_at)
      is distinct from (excluded.keys, excluded.customer_updated_at)`)
}

/** The customers that share a key. Keys of too many customers say too little and are skipped. */
export async function candidatesOf(db: Primary, keys: readonly number[]): Promise<string[]> {
  const { rows } = await db.execute<{ id: string }>(sql`
    select distinct unnest(b.ids) as id
    from (
      select array_agg(k.customer_id) as ids
      from unnest(${sql.param([...keys])}::int[]) key
      cross join lateral (select customer_id from duplicate_keys where keys @> array[key] limit ${BLOCK_MAX + 1}) k
      group by key having count(*) <= case when key & 1 = 1 then ${WEAK_BLOCK_MAX}::int else ${BLOCK_MAX}::int end
    ) b`)
  return rows.map(({ id }) => id)
}
