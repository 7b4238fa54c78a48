import type { WriteCtx } from '@/lib/kernel/context'
import { query } from '@/lib/kernel/query'
import { today } from '@/lib/kernel/today'
import { countOutcomes, type OutcomeCounts } from './count-outcomes'
import type { PreviewRow } from './customers/preview-row'
import { isOptOutColumn } from './customers/synonyms'
import { kindOf } from './kinds/all'
import { maySeeRows } from './policy'
import type { ImportRow } from './queries'
import { firstRows } from './reading/first-rows'
import type { PurchasePreviewRow } from './purchases/preview-row'
import type { NumberedRow } from './kinds/rows'
import { isRepeat } from './repeat'
import type { ColumnOrder } from './row/day-orders'
import type { RowPlan } from './row/types'

/** The rows that the totals cover, and how many of them are listed. */
const PREVIEW_ROWS = 2000
const LISTED_ROWS = 20

export type Preview = {
  /** The first 20 rows, in the form of their kind. */
  rows: PreviewRow[]
  purchases: PurchasePreviewRow[]
  /** What would become of the first 2,000 rows. */
  totals: OutcomeCounts & { rows: number; isWholeFile: boolean }
  /** The cells of the first row, as samples for the mapping. */
  sample: readonly string[]
  broken: string | null
  repeat: boolean
  /** The date columns that are not clearly day first. */
  days: ColumnOfDays[]
  /** The columns of amounts that do not show whether a comma or a point is their decimal mark. */
  openAmounts: string[]
  /** Columns that seem to say that customers do not want to be contacted, and that nobody has mapped. */
  ignoredOptOuts: string[]
}
type ColumnOfDays = { column: string; order: Exclude<ColumnOrder, 'dmy'> }

/** What importing the first rows would do, computed by the code of the job, without writing. Null for a viewer who may not see the rows. */
export const previewImport = query('imports.run', async (ctx: WriteCtx, file: ImportRow): Promise<Preview | null> => {
  if (!maySeeRows(ctx.viewer, file)) return null
  const repeat = await isRepeat(ctx.db, file)
  const open = await kindOf(file).open(ctx, file, { today: today(ctx.now), repeat })
  const { rows: raw, broken } = await firstRows(file, PREVIEW_ROWS + 1)
  const rows = raw.slice(0, PREVIEW_ROWS).map((row, at) => open.read(row, at + 1))
  const { results, shown } = await open.preview(ctx, rows, LISTED_ROWS)
  const isWholeFile = raw.length <= PREVIEW_ROWS && !broken
  return {
    broken,
    repeat,
    days: daysOf(open.plan),
    ignoredOptOuts: file.kind === 'customers' ? ignoredOptOuts(open.plan) : [],
    sample: rows[0]?.cells ?? [],
    totals: { ...countOutcomes(results), rows: rows.length, isWholeFile },
    rows: shown.rows ?? [],
    purchases: shown.purchases ?? [],
    openAmounts: openAmounts(open.plan, rows),
  }
})

function daysOf({ dayOrders = {}, at, headers }: RowPlan<string>): ColumnOfDays[] {
  return Object.entries(dayOrders).flatMap(([target, order]) =>
    order && order !== 'dmy' ? [{ column: headers[at[target]!]!, order }] : [],
  )
}

function ignoredOptOuts({ headers, at }: RowPlan<string>): string[] {
  const mapped = new Set(Object.values(at))
  return headers.filter((header, index) => !mapped.has(index) && isOptOutColumn(header))
}

/** The columns of amounts in which a row was rejected because an amount has two readings. */
function openAmounts({ decimalMarks = {} }: RowPlan<string>, rows: readonly NumberedRow[]): string[] {
  if (!Object.keys(decimalMarks).length) return []
  const open = rows.flatMap(({ problems }) => problems.filter(({ code }) => code === 'amount_ambiguous'))
  return [...new Set(open.flatMap(({ column }) => column ?? []))]
}
