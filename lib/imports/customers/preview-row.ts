import type { RowReason } from '@/db/schema/imports'
import type { WriteCtx } from '@/lib/kernel/context'
import type { Outcome } from '../kinds/rows'
import type { DecidedRow, NumberedCustomer } from './batch/decide'
import { targetOf, type RowTarget } from './row-target'
import type { Channel, OptOut, RowFields } from './row/types'
import { documentInFile, externalIdInFile, pointInFile, reasonInFile, shownChange, type ShownChange } from './shown'

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

/** What a row would do, as its viewer may see it. `storeNames` has the names of stores by their ids. */
export function shownRow(
  { viewer }: WriteCtx,
  { row, cells, candidate, notes, hints }: NumberedCustomer,
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
