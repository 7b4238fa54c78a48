import { stores } from '@/db/schema'
import type { RowReason } from '@/db/schema/imports'
import type { WriteCtx } from '@/lib/kernel/context'
import { query } from '@/lib/kernel/query'
import { today } from '@/lib/kernel/today'
import { decideBatch, type DecidedRow, type NumberedRow, type Outcome } from './customers/batch/decide'
import { findBatch } from './customers/batch/found'
import { fingerprintOf } from './customers/batch/fingerprint'
import { countOutcomes, type OutcomeCounts } from './count-outcomes'
import { isOptOutColumn } from './customers/synonyms'
import { maySeeRows } from './policy'
import type { ImportRow } from './queries'
import { planOf } from './plan-of'
import { firstRows } from './reading/first-rows'
import { isRepeat } from './repeat'
import type { ColumnOrder } from './row/day-orders'
import { readRawRow } from './customers/row/read-row'
import type { Channel, OptOut, RowFields, RowPlan } from './row/types'
import { documentInFile, externalIdInFile, pointInFile, reasonInFile, shownChange, type ShownChange } from './customers/shown'
import { targetOf, type RowTarget } from './customers/row-target'
import type { Target } from './customers/targets'

/** The rows that the totals cover, and how many of them are listed. */
const PREVIEW_ROWS = 2000
const LISTED_ROWS = 20

/** A row of the preview, masked for its viewer. */
export type PreviewRow = {
  row: number
  outcome: Outcome
  /** The name in the row, or its first cell. */
  name: string
  /** The existing customer, or the earlier row, that this row is about; null when it makes a new customer or is rejected. */
  target: RowTarget | null
  changes: ShownChange[]
  document: string | null
  points: { channel: Channel; text: string }[]
  externalId: string | null
  fields: RowFields
  storeName: string | undefined
  optOuts: Pick<OptOut, 'preference' | 'purpose'>[]
  reasons: RowReason[]
}

export type Preview = {
  /** The first 20 rows. */
  rows: PreviewRow[]
  /** What would become of the first 2,000 rows. */
  totals: OutcomeCounts & { rows: number; isWholeFile: boolean }
  /** The cells of the first row, as samples for the mapping. */
  sample: readonly string[]
  broken: string | null
  repeat: boolean
  /** The date columns that are not clearly day first. */
  days: ColumnOfDays[]
  /** Columns that seem to say that customers do not want to be contacted, and that nobody has mapped. */
  ignoredOptOuts: string[]
}
type ColumnOfDays = { column: string; order: Exclude<ColumnOrder, 'dmy'> }

/** What importing the first rows would do, computed by the code of the job, without writing. Null for a viewer who may not see the rows. */
export const previewImport = query('imports.run', async (ctx: WriteCtx, file: ImportRow): Promise<Preview | null> => {
  if (!maySeeRows(ctx.viewer, file)) return null
  const plan = await planOf(ctx, file, today(ctx.now))
  const { rows: raw, broken } = await firstRows(file, PREVIEW_ROWS + 1)
  const rows = raw
    .slice(0, PREVIEW_ROWS)
    .map((row, at): NumberedRow => ({ row: at + 1, cells: row.cells, ...readRawRow(row, plan) }))
  const candidates = rows.filter((row) => !row.problems.length).map((row) => row.candidate)
  const fingerprints = candidates.flatMap((candidate) => fingerprintOf(candidate) ?? [])
  const found = await findBatch(ctx.db, { candidates, fingerprints, source: file.source, lock: false })
  const repeat = await isRepeat(ctx.db, file)
  const decided = decideBatch(rows, found, { repeat }).rows
  const storeNames = await storeNamesOf(ctx)
  const isWholeFile = raw.length <= PREVIEW_ROWS && !broken
  return {
    broken,
    repeat,
    days: daysOf(plan),
    ignoredOptOuts: ignoredOptOuts(plan),
    sample: rows[0]?.cells ?? [],
    totals: { ...countOutcomes(decided), rows: rows.length, isWholeFile },
    rows: rows.slice(0, LISTED_ROWS).map((row, at) => shownRow(ctx, row, decided[at]!, storeNames)),
  }
})

const storeNamesOf = async ({ db }: WriteCtx): Promise<Map<string, string>> =>
  new Map((await db.select({ id: stores.id, name: stores.name }).from(stores)).map(({ id, name }) => [id, name]))

function shownRow(
  { viewer }: WriteCtx,
  { row, cells, candidate, notes, hints }: NumberedRow,
  { outcome, reasons, customer, changes }: DecidedRow,
  storeNames: ReadonlyMap<string, string>,
): PreviewRow {
  const { fields, document, points, externalId } = candidate
  return {
    row,
    outcome,
    name: fields.name ?? cells[0] ?? '',
    target: outcome === 'created' || !customer ? null : targetOf(viewer, customer),
    changes: changes.map((change) => shownChange(viewer, change, storeNames)),
    document: documentInFile(viewer, document),
    points: points.map((point) => ({ channel: point.channel, text: pointInFile(viewer, point) })),
    externalId: externalId && externalIdInFile(viewer, externalId),
    fields,
    storeName: fields.storeId && storeNames.get(fields.storeId),
    optOuts: candidate.optOuts.map(({ preference, purpose }) => ({ preference, purpose })),
    reasons: [...reasons, ...notes, ...hints].map((reason) => reasonInFile(viewer, reason)),
  }
}

function daysOf({ dayOrders = {}, at, headers }: RowPlan): ColumnOfDays[] {
  return Object.entries(dayOrders).flatMap(([target, order]) =>
    order && order !== 'dmy' ? [{ column: headers[at[target as Target]!]!, order }] : [],
  )
}

function ignoredOptOuts({ headers, at }: RowPlan): string[] {
  const mapped = new Set(Object.values(at))
  return headers.filter((header, index) => !mapped.has(index) && isOptOutColumn(header))
}
