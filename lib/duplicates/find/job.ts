import { sql } from 'drizzle-orm'
import type { Primary } from '@/db/handles'
import { enqueue } from '@/lib/jobs/boss'
import { compareCustomer } from './compare-customer'

/** Changes that are older are left to the full pass. */
const CHANGED_HOURS_MAX = 6
const BATCH = 200
/** With more changed customers, as after a large import, the full pass is faster. */
const CHANGED_MAX = 5000

/**
 * Compares the customers that were created, edited, imported or merged, or whose contact points changed, since they were last compared.
 * Starts the full pass instead when there are very many, or when no customer was compared before.
 */
export async function findDuplicatesOfChanged(db: Primary, isStopped: () => boolean): Promise<void> {
  const total = await approximateCustomers(db)
  if (await needsFullPass(db)) return enqueue(db, 'find-all-duplicates', {}, 'all')
  for (;;) {
    const changed = await changedCustomers(db, BATCH)
    for (const id of changed) {
      if (isStopped()) return
      await db.transaction((tx) => compareCustomer(tx, id, total))
    }
    if (changed.length < BATCH) return
  }
}

async function needsFullPass(db: Primary): Promise<boolean> {
  const { rows } = await db.execute<{ empty: boolean }>(
    sql`select not exists (select from duplicate_keys) and exists (select from customers) as empty`,
  )
  return rows[0]!.empty || (await changedCustomers(db, CHANGED_MAX)).length === CHANGED_MAX
}

/** The survivors of customers whose last change was not compared yet, at most `limit`. */
export async function changedCustomers(db: Primary, limit: number): Promise<string[]> {
  const { rows } = await db.execute<{ id: string }>(sql`
    select distinct coalesce(c.survivor_id, c.id) as id
    from (
      select id, survivor_id from customers c
      where updated_at > now() - make_interval(hours => ${CHANGED_HOURS_MAX})
        and not exists (select from duplicate_keys k where k.customer_id = c.id and k.customer_updated_at = c.updated_at)
      order by updated_at, id limit ${limit}
    ) c`)
  return rows.map(({ id }) => id)
}

/** How many customers the statistics of the table say there are. */
async function approximateCustomers(db: Primary): Promise<number> {
  const { rows } = await db.execute<{ total: number }>(
    sql`select greatest(reltuples, 0)::float8 as total from pg_class where oid = 'customers'::regclass`,
  )
  return rows[0]!.total
}
