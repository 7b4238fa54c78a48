import { sql, type AnyColumn, type Placeholder, type SQL } from 'drizzle-orm'
import { customers } from '@/db/schema'
import { param } from '@/db/prepared-query'
import type { Scope, Viewer } from '@/lib/access/viewer'
import type { Ctx } from '@/lib/kernel/context'
import { scopedAs, scopedTo } from '@/lib/access/scope'

/** The id of the surviving record that a customer row belongs to: its own, or that of the record it was merged into. */
export const survivorIdOf = (record: { id: AnyColumn | SQL; survivorId: AnyColumn | SQL }): SQL<string> =>
  sql<string>`coalesce(${record.survivorId}, ${record.id})`

/** The same for a hand-written query, with the alias of the customers table. */
export const survivorIdAs = (name: string): SQL<string> =>
  survivorIdOf({ id: sql.raw(`${name}.id`), survivorId: sql.raw(`${name}.survivor_id`) })

/**
 * The customer and the records merged into it, for a WHERE on a child's `customer_id`. Where a limit cuts a long list, read one arm per
 * record instead: a page's `memberIds` names them.
 */
export const groupIds = (rootId: string | SQL): SQL =>
  sql`(select m.id from customers m where m.id = ${rootId} or m.survivor_id = ${rootId})`

/** Ids of the customer's records, unordered. Read them under the group's lock: a merge waits for it. */
export async function listGroupIds(ctx: Pick<Ctx, 'db'>, rootId: string): Promise<string[]> {
  const rows = await ctx.db
    .select({ id: customers.id })
    .from(customers)
    .where(sql`${customers.id} in ${groupIds(rootId)}`)
  return rows.map(({ id }) => id)
}

/** For a WHERE on rows of any record of a customer: the scope of the survivor decides (docs/decisions/012-merged-records.md). */
export const survivorInScope = (viewer: Viewer, rootId: string): SQL | undefined => rootWithin(scopedTo(viewer), rootId)

/** The same for a prepared query; pass `rootId` and `scopeValues` to its `execute`. */
export const survivorScopedAs = (kind: Scope['kind']): SQL | undefined => rootWithin(scopedAs(kind), param('rootId'))

const rootWithin = (scope: SQL | undefined, rootId: string | Placeholder) =>
  scope && sql`exists (select 1 from ${customers} where ${customers.id} = ${rootId} and ${scope})`

/** Shape of a prepared query over a customer's records: with a single record, an index returns the rows in order. */
export type GroupSize = 'alone' | 'group'

export const groupSize = (memberIds: readonly string[]): GroupSize => (memberIds.length === 1 ? 'alone' : 'group')

/** The rows of a customer's records in a prepared query; pass `memberIds` to its `execute`. */
export const inGroup = (customerId: AnyColumn, records: GroupSize): SQL =>
  records === 'alone'
    ? sql`${customerId} = (${param('memberIds')}::uuid[])[1]`
    : sql`${customerId} = any(${param('memberIds')}::uuid[])`
