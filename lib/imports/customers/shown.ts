import type { Viewer } from '@/lib/access/viewer'
import { maskAddress, maskDocument, maskEmail, maskPhone } from '@/lib/privacy/mask'
import { maskByShape, maskExternalId } from '@/lib/privacy/mask-by-shape'
import { formatIdDocument } from '@/lib/values/tax-id'
import type { RowChange } from './batch/row-change'
import type { Candidate, RowPoint } from './row/types'
import type { RowReason } from '@/db/schema/imports'

type Document = { type: string; number: string }

/**
 * A change as one viewer may see it. `field` is a registration field, `document`, a channel, `externalId`, the name
 * of an attribute, or a preference, whose purpose is `after`.
 */
export type ShownChange = { kind: RowChange['kind']; field: string; before: string | null; after: string }

/** Whether the viewer may read the personal values that a file contains. A role without the right to reveal sees masks here as well. */
const readsFile = (viewer: Viewer): boolean => viewer.can('personal.read') || viewer.can('personal.reveal')

const documentText = ({ type, number }: Document, clear: boolean) =>
  clear ? formatIdDocument(type, number) : maskDocument(type, number)

/** The tax id of a row; null when it has none. */
export const documentInFile = (viewer: Viewer, document: Candidate['document']): string | null =>
  document && documentText(document, readsFile(viewer))

/** The document of an existing customer, masked unless the viewer reads personal data; null when there is none. */
export const documentOnFile = (viewer: Viewer, document: Document | null): string | null =>
  document && documentText(document, viewer.can('personal.read'))

export function pointInFile(viewer: Viewer, { channel, value, normalized, address }: RowPoint): string {
  if (readsFile(viewer)) return value
  if (channel === 'email') return maskEmail(normalized)
  return address ? maskAddress(address) : maskPhone(normalized)
}

export const externalIdInFile = (viewer: Viewer, externalId: string): string =>
  readsFile(viewer) ? externalId : maskExternalId(externalId)

/** The cells of columns without a mapping. Each of them may contain personal data. */
export const cellInFile = (viewer: Viewer, cell: string): string => (readsFile(viewer) ? cell : maskByShape(cell))

/** A reason without the cell that it quotes, for a viewer who may not read it. A reason without a column quotes a line number. */
export const reasonInFile = (viewer: Viewer, reason: RowReason): RowReason =>
  reason.column && reason.value ? { ...reason, value: cellInFile(viewer, reason.value) } : reason

/** A change, with the old values masked as on the customer's own page. `storeNames` has the names of stores by their ids. */
export function shownChange(viewer: Viewer, change: RowChange, storeNames: ReadonlyMap<string, string>): ShownChange {
  const { kind } = change
  const storeName = (id: string) => storeNames.get(id) ?? id
  if (kind === 'point')
    return { kind, field: change.point.channel, before: null, after: pointInFile(viewer, change.point) }
  if (kind === 'externalId') return { kind, field: kind, before: null, after: externalIdInFile(viewer, change.after) }
  if (kind === 'optOut') {
    const { preference, purpose } = change.optOut
    return { kind, field: preference, before: null, after: purpose }
  }
  if (kind === 'document') {
    const after = documentText(change.after, readsFile(viewer))
    return { kind, field: kind, before: documentOnFile(viewer, change.before), after }
  }
  const { before, after } = change
  if (kind === 'attribute') {
    const old = before && (viewer.can('personal.read') ? before : maskByShape(before))
    return { kind, field: change.name, before: old, after: cellInFile(viewer, after) }
  }
  const isStore = change.field === 'storeId'
  return {
    kind,
    field: change.field,
    before: before && (isStore ? storeName(before) : before),
    after: isStore ? storeName(after) : after,
  }
}
