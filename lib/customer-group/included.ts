import { sql, type AnyColumn, type SQL } from 'drizzle-orm'
import { WHOLE_PART, type MERGE_PARTS } from '@/db/schema'

export type MergePart = (typeof MERGE_PARTS)[number]

/** The columns of a row that say which record it belongs to and which row it is. */
type RowKey = { customerId: AnyColumn | SQL; id: AnyColumn | SQL }

/**
 * Whether an absorbed record contributes this row to its survivor: neither its part nor the row itself was excluded (M6). It is a scalar
 * subquery, because Postgres would turn NOT EXISTS into a join that reads all rows of the record before a LIMIT applies. COALESCE lets the
 * planner expect half of the rows to pass; it would expect almost none to pass `is null`, and sort them all.
 */
export const isIncluded = (part: MergePart, { customerId, id }: RowKey): SQL<boolean> =>
  sql<boolean>`coalesce((select false from merge_exclusions x where x.customer_id = ${customerId}
    and x.part = ${sql.raw(`'${part}'`)} and x.row_id in (${sql.raw(`'${WHOLE_PART}'`)}::uuid, ${id}) limit 1), true)`

/** The same for a query over a customer's records: nothing for a customer without absorbed records, which has no exclusions. */
export const includedIn = (
  { memberIds }: { memberIds: readonly string[] },
  part: MergePart,
  row: RowKey,
): SQL | undefined => (memberIds.length > 1 ? isIncluded(part, row) : undefined)

/** The same where the ids of the records are an SQL `uuid[]`. The alias is the one of the table with `customer_id` and `id`. */
export const includedAmong = (memberIds: SQL, part: MergePart, alias: string, id = 'id'): SQL =>
  sql`(cardinality(${memberIds}) = 1 or ${isIncluded(part, {
    customerId: sql.raw(`${alias}.customer_id`),
    id: sql.raw(`${alias}.${id}`),
  })})`
