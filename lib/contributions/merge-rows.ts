import { and, count, desc, gt, inArray, type AnyColumn, type SQL } from 'drizzle-orm'
import type { PgColumn, PgTable } from 'drizzle-orm/pg-core'
import type { Ctx } from '@/lib/kernel/context'
import { MERGE_COUNT_MAX, type MergeRowsWanted } from './merge'

/** The columns by which the rows of a part are chosen. */
type Keys = { customerId: AnyColumn; id: AnyColumn; createdAt: AnyColumn }

/** The condition for the wanted rows of a part. */
export const wantedRows = ({ customerId, id, createdAt }: Keys, { memberIds, ids, since }: MergeRowsWanted) =>
  and(inArray(customerId, [...memberIds]), ids && inArray(id, [...ids]), since && gt(createdAt, since))

export const newestRows = ({ id, createdAt }: Keys): SQL[] => [desc(createdAt), desc(id)]

/** Counts rows of these records up to `MERGE_COUNT_MAX`. */
export async function countRows(
  { db }: Ctx,
  table: PgTable & { customerId: PgColumn },
  memberIds: readonly string[],
  where?: SQL,
): Promise<number> {
  const few = db
    .select({ customerId: table.customerId })
    .from(table as PgTable)
    .where(and(inArray(table.customerId, [...memberIds]), where))
    .limit(MERGE_COUNT_MAX)
    .as('few')
  const [row] = await db.select({ count: count() }).from(few)
  return row?.count ?? 0
}
