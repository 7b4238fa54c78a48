import type { CreditRow, CreditUseRow, ItemRow, PurchaseRow, ReturnRow } from '@/lib/purchases/batch'
import type { TaxIdType } from '@/lib/values/tax-id'
import type { NumberedRow } from '../../kinds/rows'
import type { RowReader } from '../../row/reader'
import type { RowPlan } from '../../row/types'
import type { Target } from '../targets'

export type PurchaseReader = RowReader<Target>
export type PurchasePlan = RowPlan<Target>

/** What a row says about its customer; null for what it does not say. */
export type CustomerKeys = {
  externalId: string | null
  document: { type: TaxIdType; number: string } | null
  email: string | null
  phone: string | null
}

/** A purchase before its customer and its seller are known. */
export type PurchasePart = Omit<PurchaseRow, 'customerId' | 'sellerId' | 'sellerName'> & { seller: string | null }
/** An item; its line is null in a file without line numbers. */
export type ItemPart = Omit<ItemRow, 'line'> & { line: number | null }

/** What a row contains. One row can have a purchase, one of its items, and its return. */
export type Parts = {
  customer: CustomerKeys | null
  purchase?: PurchasePart
  item?: ItemPart
  return?: ReturnRow
  credit?: Omit<CreditRow, 'customerId'>
  use?: CreditUseRow
}

export type PartsRow = NumberedRow & { parts: Parts }
