import type { WriteCtx } from '@/lib/kernel/context'
import { query } from '@/lib/kernel/query'
import { today } from '@/lib/kernel/today'
import { decideBatch, type DecidedRow, type NumberedRow } from './batch/decide'
import { findBatch } from './batch/found'
import { fingerprintOf } from './batch/fingerprint'
import { maySeeRows } from './policy'
import type { ImportRow } from './queries'
import { planOf } from './plan-of'
import { firstRows } from './reading/first-rows'
import { isRepeat } from './repeat'
import type { ColumnOrder } from './row/day-orders'
import { readRawRow } from './row/read-row'
import type { RowPlan } from './row/types'
import type { Target } from './targets'

const PREVIEW_ROWS = 20

export type PreviewRow = Pick<NumberedRow, 'row' | 'cells' | 'candidate' | 'notes' | 'hints'> &
  Pick<DecidedRow, 'outcome' | 'reasons'> & { storeName: string | undefined }
/** `days`: the date columns that are not clearly day first. */
type Preview = { rows: PreviewRow[]; broken: string | null; repeat: boolean; days: ColumnOfDays[] }
type ColumnOfDays = { column: string; order: Exclude<ColumnOrder, 'dmy'> }

/** What importing the first rows would do, computed by the code of the job, without writing. Null for a viewer who may not see the rows. */
export const previewImport = query('imports.run', async (ctx: WriteCtx, file: ImportRow): Promise<Preview | null> => {
  if (!maySeeRows(ctx.viewer, file)) return null
  const plan = await planOf(ctx, file, today(ctx.now))
  const { rows: raw, broken } = await firstRows(file, PREVIEW_ROWS)
  const rows = raw.map((row, at) => ({ row: at + 1, cells: row.cells, ...readRawRow(row, plan) }))
  const candidates = rows.filter((row) => !row.problems.length).map((row) => row.candidate)
  const fingerprints = candidates.flatMap((candidate) => fingerprintOf(candidate) ?? [])
  const found = await findBatch(ctx.db, { candidates, fingerprints, source: file.source, lock: false })
  const repeat = await isRepeat(ctx.db, file)
  const decided = decideBatch(rows, found, repeat).rows
  return {
    broken,
    repeat,
    days: daysOf(plan),
    rows: rows.map((row, at) => ({
      ...row,
      outcome: decided[at]!.outcome,
      reasons: decided[at]!.reasons,
      storeName: storeName(row.cells, plan),
    })),
  }
})

function daysOf({ dayOrders = {}, at, headers }: RowPlan): ColumnOfDays[] {
  return Object.entries(dayOrders).flatMap(([target, order]) =>
    order && order !== 'dmy' ? [{ column: headers[at[target as Target]!]!, order }] : [],
  )
}

const storeName = (cells: readonly string[], { at }: RowPlan) => (at.store === undefined ? undefined : cells[at.store])
