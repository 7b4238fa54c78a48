import { sql } from 'drizzle-orm'
import type { Primary } from '@/db/handles'
import type { RowReason } from '@/db/schema/imports'
import type { PartsRow } from '../row/types'

/**
 * Compares the stated total of each purchase of a batch with the sum of its items. Returns a remark for each difference, by the last row of
 * the purchase. The items of the last purchase may continue in the next batch, so there only a sum that is already too large is a remark.
 */
export async function findTotalRemarks(
  db: Primary,
  source: string,
  rows: readonly PartsRow[],
): Promise<Map<number, RowReason[]>> {
  const lastRows = new Map<string, number>()
  for (const { parts, row } of rows) if (parts.item) lastRows.set(parts.item.purchase, row)
  const remarks = new Map<number, RowReason[]>()
  if (!lastRows.size) return remarks
  const { rows: found } = await db.execute<{ key: string; total: string; sum: string }>(sql`
    select k.external_id as key, p.total, i.sum
    from purchase_keys k
    join purchases p on p.customer_id = k.customer_id and p.id = k.row_id
    join lateral (select coalesce(sum(total), 0) as sum from purchase_items
      where customer_id = p.customer_id and purchase_id = p.id) i on true
    where k.source = ${source} and k.kind = 'purchase' and k.external_id = any(${sql.param([...lastRows.keys()])}::text[])
      and not p.total_from_items and i.sum + p.freight <> p.total and i.sum <> p.total`)
  const lastRow = Math.max(...lastRows.values())
  for (const { key, total, sum } of found) {
    const row = lastRows.get(key)!
    if (row === lastRow && Number(sum) < Number(total)) continue
    remarks.set(row, [{ code: 'total_differs', value: key }])
  }
  return remarks
}
