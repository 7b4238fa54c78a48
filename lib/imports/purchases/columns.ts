import type { KindColumns } from '../kinds/kind'
import type { Mapping } from '../kinds/rows'
import { AMBIGUOUS, SYNONYMS } from './synonyms'
import { CUSTOMER_TARGETS, PURCHASE_GROUPS, type PurchaseFile, type Target } from './targets'

/** The columns that each kind of file cannot do without: one of each list. */
const REQUIRED: Record<PurchaseFile, readonly (readonly Target[])[]> = {
  purchases: [['purchaseId'], ['purchasedAt'], CUSTOMER_TARGETS],
  purchase_items: [['purchaseId'], ['unitPrice', 'itemTotal']],
  purchase_returns: [['purchaseId'], ['returnId'], ['returnedAt'], ['returnAmount']],
  credits: [['creditId']],
}

const columnsOf = (file: PurchaseFile): KindColumns<Target> => ({
  groups: PURCHASE_GROUPS[file],
  synonyms: SYNONYMS,
  ambiguous: AMBIGUOUS[file],
  hasAttributes: false,
  mappingFault: (mapping) => missing(mapping, REQUIRED[file]),
})

function missing(mapping: Mapping, required: readonly (readonly Target[])[]) {
  const absent = required.find((choices) => !choices.some((target) => mapping[target]))
  return absent ? { target: absent[0]!, code: `imports.needs_${absent[0]!}` } : null
}

/** The columns of the files about purchases. */
export const PURCHASE_COLUMNS: Record<PurchaseFile, KindColumns<Target>> = {
  purchases: columnsOf('purchases'),
  purchase_items: columnsOf('purchase_items'),
  purchase_returns: columnsOf('purchase_returns'),
  credits: columnsOf('credits'),
}
