import { sql } from 'drizzle-orm'
import type { Primary } from '@/db/handles'
import { users } from '@/db/schema'
import { recordMany } from '@/lib/audit/record-many'

const EVENTS = 50_000
const BATCH = 5_000

/** Returns the id of a customer with 50,000 events in its history. The first call creates them through the audit chain. */
export async function theWhale(db: Primary): Promise<string> {
  const { rows } = await db.execute<{ customer_id: string }>(
    sql`select customer_id from audit_chains where seq >= ${EVENTS} limit 1`,
  )
  if (rows[0]) return rows[0].customer_id
  const [first] = (
    await db.execute<{ id: string }>(
      sql`select id from customers where id >= '80000000-0000-0000-0000-000000000000' order by id limit 1`,
    )
  ).rows
  const [user] = await db.select({ id: users.id }).from(users).limit(1)
  for (let n = 0; n < EVENTS; n += BATCH) {
    const actor = { userId: user!.id, requestId: 'bench', now: new Date(Date.UTC(2020, 0, 1) + n * 60_000) }
    const entries = Array.from({ length: BATCH }, () => ({
      event: 'customer.changed' as const,
      customerId: first!.id,
      details: { fields: ['remarks'] },
    }))
    await db.transaction((tx) => recordMany(tx, actor, entries))
  }
  return first!.id
}
