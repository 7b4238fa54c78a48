import type { purchases, EXCLUSION_REASONS } from '@/db/schema'

type Situation = (typeof purchases.$inferSelect)['situation']

/** A purchase of another system. An absent value leaves the column as it is. Amounts are whole minor units of the currency. */
export type PurchaseRow = {
  /** The record that gets a new purchase. A known purchase stays with its record, which must belong to the same customer. */
  customerId: string
  externalId: string
  purchasedAt: Date
  currency: string
  /** Null when the source has no total: it is then the sum of the items with their freight. */
  total: number | null
  freight?: number
  /** Absent when the source does not say it: `other` in a new purchase. */
  situation?: Situation
  sourceSituation?: string | null
  payment?: string | null
  storeId?: string | null
  sellerId?: string | null
  sellerName?: string | null
  invoiceNumber?: string | null
  /** An `https:` or `http:` address. */
  invoiceUrl?: string | null
}

/** A line of a purchase, which is named by its external id. */
export type ItemRow = {
  purchase: string
  line: number
  sku?: string | null
  description: string
  /** A decimal number with at most three decimals, such as `1.5`. */
  quantity: string
  unitPrice: number
  discount?: number
  /** After the discount and without freight. */
  total: number
  freight?: number
}

export type ReturnRow = {
  purchase: string
  externalId: string
  /** Null when the return concerns the whole purchase. */
  line: number | null
  quantity?: string | null
  amount: number
  reason?: string | null
  returnedAt: Date
}

export type ExclusionRow = {
  purchase: string
  externalId: string
  reason: (typeof EXCLUSION_REASONS)[number]
  amount: number
  note?: string | null
}

export type CreditRow = {
  customerId: string
  externalId: string
  currency: string
  amount: number
  generatedAt: Date
  expiresOn?: string | null
  /** The external id of the purchase that the credit was generated for. */
  purchase?: string | null
  storeId?: string | null
}

export type CreditUseRow = {
  /** The external id of the credit. */
  credit: string
  externalId: string
  amount: number
  usedAt: Date
  /** The external id of the purchase that the credit paid for. */
  purchase?: string | null
}

/** Rows of one source. An item may name a purchase of the same batch. Each id may appear once in a batch. */
export type PurchaseBatch = {
  purchases?: readonly PurchaseRow[]
  items?: readonly ItemRow[]
  returns?: readonly ReturnRow[]
  exclusions?: readonly ExclusionRow[]
  credits?: readonly CreditRow[]
  uses?: readonly CreditUseRow[]
}

export type RowKind = keyof PurchaseBatch

/** Why a row was not written. `other_customer`: its id belongs to another customer. `credit_exceeded`: the credit has less left. */
export type RowProblem =
  | 'unknown_purchase'
  | 'unknown_line'
  | 'unknown_credit'
  | 'other_customer'
  | 'other_currency'
  | 'credit_exceeded'

/** Where a written row is: its id, which is the line of an item, and the id of its purchase or credit. */
export type RowPlace = { kind: RowKind; customerId: string; parentId: string | null; id: string }

/** The columns of a row as JSON. An undo compares them with the present ones. */
export type RowValues = Record<string, string | number | boolean | null>

/** The result of one row. `before` is null when the row was created. */
export type RowOutcome =
  | { result: 'written'; place: RowPlace; before: RowValues | null; after: RowValues }
  | { result: 'unchanged'; place: RowPlace }
  | { result: 'refused'; problem: RowProblem }

/** The outcomes of a batch, in the order of its rows. */
export type BatchOutcome = Record<RowKind, RowOutcome[]>

/** A change that an undo takes back. */
export type WrittenRow = Extract<RowOutcome, { result: 'written' }>
