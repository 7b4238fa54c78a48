import type { RowReason } from '@/db/schema/imports'
import type { WriteCtx } from '@/lib/kernel/context'
import { cellInFile, reasonInFile } from '../customers/shown'
import type { Outcome, RowResult } from '../kinds/rows'
import type { RowPlan } from '../row/types'
import type { PartsRow } from './row/types'
import { CUSTOMER_TARGETS, type Target } from './targets'

/** A row of the preview of a file about purchases, masked for its viewer. */
export type PurchasePreviewRow = {
  row: number
  outcome: Outcome
  /** The id of the purchase or credit. */
  name: string
  customer: { id: string; name: string } | null
  /** The cells of the columns that have a target. */
  values: { target: Target; text: string }[]
  reasons: RowReason[]
}

const VALUE_CHARS = 60
const PERSONAL: ReadonlySet<Target> = new Set(CUSTOMER_TARGETS)

export const shownPurchaseRows = (
  { viewer }: WriteCtx,
  { at }: RowPlan<Target>,
  rows: readonly PartsRow[],
  results: readonly RowResult[],
  names: ReadonlyMap<string, string>,
): PurchasePreviewRow[] =>
  rows.map(({ row, cells, parts, notes, hints }, index) => {
    const { outcome, reasons, customerId, remarks = [] } = results[index]!
    const name = customerId === null ? undefined : names.get(customerId)
    const cellOf = (target: Target) => cells[at[target] ?? -1]?.trim() ?? ''
    const values = (Object.keys(at) as Target[]).flatMap((target) => {
      const text = PERSONAL.has(target) ? cellInFile(viewer, cellOf(target)) : cellOf(target)
      return text ? [{ target, text: text.slice(0, VALUE_CHARS) }] : []
    })
    return {
      row,
      outcome,
      name: parts.purchase?.externalId ?? (cellOf('purchaseId') || cellOf('creditId') || cells[0] || ''),
      customer: customerId !== null && name !== undefined ? { id: customerId, name } : null,
      values,
      reasons: [...reasons, ...notes, ...hints, ...remarks].map((reason) => reasonInFile(viewer, reason)),
    }
  })
