const PURCHASE = [
  'purchaseId',
  'purchasedAt',
  'total',
  'freight',
  'currency',
  'situation',
  'payment',
  'store',
  'seller',
  'invoiceNumber',
  'invoiceUrl',
] as const
const CUSTOMER = ['customerId', 'customerDocument', 'customerEmail', 'customerPhone'] as const
const ITEM = ['line', 'sku', 'description', 'quantity', 'unitPrice', 'discount', 'itemTotal', 'itemFreight'] as const
const RETURN = ['returnId', 'returnedAt', 'returnAmount', 'returnReason'] as const
const CREDIT = ['creditId', 'creditAmount', 'generatedAt', 'expiresOn'] as const
const USE = ['useId', 'useAmount', 'usedAt', 'usedPurchaseId'] as const
/** Columns that mark cancellations and returns in files without columns of their own for them. No column is guessed for these. */
const NEGATIVE = ['cancellationMark', 'negativeQuantity'] as const

/** The target fields of each kind of file about purchases, grouped as the mapping screen shows them. */
export const PURCHASE_GROUPS = {
  purchases: { purchase: PURCHASE, buyer: CUSTOMER, item: ITEM, negative: NEGATIVE },
  purchase_items: { item: ['purchaseId', ...ITEM] },
  purchase_returns: { return: ['purchaseId', 'line', ...RETURN, 'quantity'] },
  credits: { credit: [...CREDIT, 'currency', 'purchaseId', 'store'], buyer: CUSTOMER, use: USE },
} as const

export type PurchaseFile = keyof typeof PURCHASE_GROUPS

export type Target =
  | (typeof PURCHASE)[number]
  | (typeof CUSTOMER)[number]
  | (typeof ITEM)[number]
  | (typeof RETURN)[number]
  | (typeof CREDIT)[number]
  | (typeof USE)[number]
  | (typeof NEGATIVE)[number]

export const CUSTOMER_TARGETS = CUSTOMER
export const ITEM_TARGETS = ITEM
/** The targets that say what a use of a credit is. */
export const USE_TARGETS = USE

export const DAY_TARGETS = ['purchasedAt', 'returnedAt', 'generatedAt', 'expiresOn', 'usedAt'] as const
export const AMOUNT_TARGETS = [
  'total',
  'freight',
  'quantity',
  'unitPrice',
  'discount',
  'itemTotal',
  'itemFreight',
  'returnAmount',
  'creditAmount',
  'useAmount',
] as const
