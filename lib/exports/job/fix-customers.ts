import { eq, sql } from 'drizzle-orm'
import { exportParts, exports } from '@/db/schema'
import type { WriteCtx } from '@/lib/kernel/context'
import { selectInOrder } from '@/lib/reports/customer-filter/find'
import type { Report } from '@/lib/reports/customer-filter/schema'
import { accessOf } from '../policy'

export const PART_ROWS = 1_000

/**
 * Writes down which customers the export has, in the report's order: those that the requester's view has at this moment, because one statement
 * reads them. An earlier attempt's customers are replaced.
 */
export const fixCustomers = (ctx: WriteCtx, exportId: string, report: Report): Promise<number> =>
  ctx.db.transaction(async (tx) => {
    await tx.delete(exportParts).where(eq(exportParts.exportId, exportId))
    const ordered = selectInOrder(ctx, { ...report, from: null, most: 0 })
    await tx.execute(sql`insert into export_parts (export_id, part, customer_ids)
      select ${exportId}, (place - 1) / ${sql.raw(String(PART_ROWS))}, array_agg(id order by place) from (${ordered}) ordered group by 2`)
    const [counted] = await tx
      .select({ rows: sql<number>`coalesce(sum(cardinality(${exportParts.customerIds})), 0)::int` })
      .from(exportParts)
      .where(eq(exportParts.exportId, exportId))
    const rowsTotal = counted?.rows ?? 0
    await tx
      .update(exports)
      .set({ asOfAt: sql`now()`, rowsTotal, rowsDone: 0, access: accessOf(ctx.viewer) })
      .where(eq(exports.id, exportId))
    return rowsTotal
  })
