import { sql, type SQL } from 'drizzle-orm'
import { customers } from '@/db/schema'
import type { Viewer } from '@/lib/auth/viewer'
import type { Ctx } from './context'
import { scopedTo } from './scope'

/**
 * The customer and the records merged into it, for a WHERE on a child's `customer_id`. Where a limit cuts a long list, read one arm per
 * record instead: a page's `memberIds` names them.
 */
export const membersOf = (rootId: string | SQL): SQL => sql`(select m.id from customers m where m.id = ${rootId} or m.survivor_id = ${rootId})`

/** Their ids, of a customer within scope. Read them under its lock: a merge waits for that. */
export async function listMemberIds(ctx: Pick<Ctx, 'db'>, rootId: string): Promise<string[]> {
  const rows = await ctx.db.select({ id: customers.id }).from(customers).where(sql`${customers.id} in ${membersOf(rootId)}`)
  return rows.map(({ id }) => id)
}

/** For a WHERE on rows of any of a customer's records: its own scope decides, not theirs (docs/decisions/012-merged-records.md). */
export function rootInScope(viewer: Viewer, rootId: string): SQL | undefined {
  const scope = scopedTo(viewer)
  return scope && sql`exists (select 1 from ${customers} where ${customers.id} = ${rootId} and ${scope})`
}
