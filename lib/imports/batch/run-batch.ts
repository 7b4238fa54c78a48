import { and, eq, sql } from 'drizzle-orm'
import { lockFor } from '@/db/advisory-locks'
import { importRejections, importReviews, imports } from '@/db/schema'
import type { RowReason } from '@/db/schema/imports'
import { idsOf, type WriteCtx } from '@/lib/kernel/context'
import { lockTaxIds } from '@/lib/customers/lock-tax-ids'
import { countOutcomes } from '../count-outcomes'
import { decideBatch, type DecidedRow, type NumberedRow } from '../customers/batch/decide'
import { fingerprintOf } from '../customers/batch/fingerprint'
import { findBatch } from '../customers/batch/found'
import { writeBatch } from '../customers/batch/write'

type Batch = { importId: string; source: string; repeat: boolean; rows: readonly NumberedRow[]; bytesDone: number }

/**
 * Imports the next rows of a file and records the progress, in one transaction: after a crash, all of it is saved or nothing.
 * Returns false when the import is no longer running, or another worker has done these rows already.
 */
export function runBatch(ctx: WriteCtx, batch: Batch): Promise<boolean> {
  return ctx.db.transaction(async (tx) => {
    const inside = { ...ctx, db: tx }
    if (!(await isNext(inside, batch))) return false
    await tx.execute(lockFor('imports'))
    // The rows are matched to customers before these are locked, so no merge may happen in between.
    await tx.execute(lockFor('merges'))
    const right = batch.rows.filter((row) => !row.problems.length).map((row) => row.candidate)
    await lockTaxIds(
      tx,
      right.flatMap(({ document }) => document ?? []),
    )
    const fingerprints = right.flatMap((candidate) => fingerprintOf(candidate) ?? [])
    const found = await findBatch(tx, { candidates: right, fingerprints, source: batch.source, lock: true })
    const decision = decideBatch(batch.rows, found, { repeat: batch.repeat, ids: idsOf(ctx) })
    await writeBatch(inside, { importId: batch.importId, source: batch.source, ...decision })
    await saveReasons(inside, batch, decision.rows)
    await count(inside, batch, decision.rows)
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

async function saveReasons(ctx: WriteCtx, { importId, rows }: Batch, decided: readonly DecidedRow[]): Promise<void> {
  const reported = decided.flatMap((d, at) => {
    const { row, cells, notes, hints } = rows[at]!
    if (d.outcome === 'waiting') return []
    const outcome = d.outcome === 'rejected' ? ('rejected' as const) : ('noted' as const)
    const reasons: RowReason[] = outcome === 'rejected' ? [...d.reasons, ...notes] : [...notes, ...hints]
    const customerId = d.customer?.id ?? null
    return reasons.length ? [{ importId, row, outcome, reasons, cells: [...cells], customerId }] : []
  })
  if (reported.length) await ctx.db.insert(importRejections).values(reported)
  const waiting = decided.flatMap((d, at) => {
    const { row, cells } = rows[at]!
    if (d.outcome !== 'waiting') return []
    return [{ importId, row, customerId: d.customer!.id, reasons: d.reasons, cells: [...cells] }]
  })
  if (waiting.length) await ctx.db.insert(importReviews).values(waiting)
}

const hasRemarks = ({ notes, hints }: NumberedRow) => notes.length + hints.length > 0

const isApplied = ({ outcome }: DecidedRow) => outcome !== 'rejected' && outcome !== 'waiting'

async function count(
  ctx: WriteCtx,
  { importId, rows, bytesDone }: Batch,
  decided: readonly DecidedRow[],
): Promise<void> {
  const of = countOutcomes(decided)
  const noted = decided.filter((d, at) => isApplied(d) && hasRemarks(rows[at]!)).length
  await ctx.db
    .update(imports)
    .set({
      rowsDone: sql`${imports.rowsDone} + ${rows.length}`,
      accepted: sql`${imports.accepted} + ${decided.filter(isApplied).length}`,
      created: sql`${imports.created} + ${of.created}`,
      changed: sql`${imports.changed} + ${of.changed}`,
      rejected: sql`${imports.rejected} + ${of.rejected}`,
      waiting: sql`${imports.waiting} + ${of.waiting}`,
      noted: sql`${imports.noted} + ${noted}`,
      bytesDone,
    })
    .where(and(eq(imports.id, importId), eq(imports.status, 'running')))
}
