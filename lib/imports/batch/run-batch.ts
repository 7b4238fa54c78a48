import { and, eq, sql } from 'drizzle-orm'
import { importRejections, importReviews, imports } from '@/db/schema'
import type { RowReason } from '@/db/schema/imports'
import type { WriteCtx } from '@/lib/kernel/context'
import { countOutcomes } from '../count-outcomes'
import type { OpenImport } from '../kinds/kind'
import type { NumberedRow, RowResult } from '../kinds/rows'

type Batch = { importId: string; rows: readonly NumberedRow[]; bytesDone: number }

/**
 * Imports the next rows of a file and records the progress, in one transaction: after a crash, all of it is saved or nothing.
 * Returns false when the import is no longer running, or another worker has done these rows already.
 */
export function runBatch(ctx: WriteCtx, open: OpenImport, batch: Batch): Promise<boolean> {
  return ctx.db.transaction(async (tx) => {
    const inside = { ...ctx, db: tx }
    if (!(await isNext(inside, batch))) return false
    const results = await open.write(inside, batch.rows)
    await saveReasons(inside, batch, results)
    await count(inside, batch, results)
    return true
  })
}

async function isNext(ctx: WriteCtx, { importId, rows }: Batch): Promise<boolean> {
  const [row] = await ctx.db
    .select({ status: imports.status, rowsDone: imports.rowsDone })
    .from(imports)
    .where(eq(imports.id, importId))
    .for('update')
  return row?.status === 'running' && row.rowsDone === rows[0]!.row - 1
}

async function saveReasons(ctx: WriteCtx, { importId, rows }: Batch, results: readonly RowResult[]): Promise<void> {
  const reported = results.flatMap(({ outcome: result, reasons, customerId, remarks = [] }, at) => {
    const { row, cells, notes, hints } = rows[at]!
    if (result === 'waiting') return []
    const outcome = result === 'rejected' ? ('rejected' as const) : ('noted' as const)
    const all: RowReason[] = outcome === 'rejected' ? [...reasons, ...notes] : [...notes, ...hints, ...remarks]
    return all.length ? [{ importId, row, outcome, reasons: all, cells: [...cells], customerId }] : []
  })
  if (reported.length) await ctx.db.insert(importRejections).values(reported)
  const waiting = results.flatMap(({ outcome, reasons, customerId }, at) => {
    const { row, cells } = rows[at]!
    if (outcome !== 'waiting') return []
    return [{ importId, row, customerId: customerId!, reasons, cells: [...cells] }]
  })
  if (waiting.length) await ctx.db.insert(importReviews).values(waiting)
}

const isApplied = ({ outcome }: RowResult) => outcome !== 'rejected' && outcome !== 'waiting'

const hasRemarks = ({ notes, hints }: NumberedRow, { remarks = [] }: RowResult) =>
  notes.length + hints.length + remarks.length > 0

async function count(
  ctx: WriteCtx,
  { importId, rows, bytesDone }: Batch,
  results: readonly RowResult[],
): Promise<void> {
  const of = countOutcomes(results)
  const noted = results.filter((r, at) => isApplied(r) && hasRemarks(rows[at]!, r)).length
  await ctx.db
    .update(imports)
    .set({
      rowsDone: sql`${imports.rowsDone} + ${rows.length}`,
      accepted: sql`${imports.accepted} + ${results.filter(isApplied).length}`,
      created: sql`${imports.created} + ${of.created}`,
      changed: sql`${imports.changed} + ${of.changed}`,
      rejected: sql`${imports.rejected} + ${of.rejected}`,
      waiting: sql`${imports.waiting} + ${of.waiting}`,
      noted: sql`${imports.noted} + ${noted}`,
      bytesDone,
    })
    .where(and(eq(imports.id, importId), eq(imports.status, 'running')))
}
