import { sql } from 'drizzle-orm'
import {
  bigint,
  boolean,
  char,
  check,
  date,
  foreignKey,
  index,
  numeric,
  pgTable,
  primaryKey,
  smallint,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import { at, createdAt, customerId, id, keyText, oneOf } from '@/db/columns'
import { customers } from './customers'
import { stores } from './stores'
import { users } from './users'

/** The situation of a purchase. Every situation except `cancelled` counts in the metrics. */
export const PURCHASE_SITUATIONS = ['pending', 'invoiced', 'shipped', 'delivered', 'cancelled', 'other'] as const

/** Why a part of a purchase does not count: which amounts a brand excludes is its own decision. */
export const EXCLUSION_REASONS = ['discount', 'promotion', 'freight', 'payment', 'other'] as const

/** An amount in whole minor units of its currency, such as cents. */
const minor = (name: string) => bigint(name, { mode: 'number' })

/** ISO 4217, in upper case. */
const currency = () => char('currency', { length: 3 }).notNull()

export const purchases = pgTable(
  'purchases',
  {
    customerId: customerId(),
    id: id(),
    /** The system that the purchase was made in. */
    source: text('source').notNull(),
    /** The id of the purchase in that system, which is also what people read. */
    externalId: keyText('external_id').notNull(),
    purchasedAt: at('purchased_at').notNull(),
    currency: currency(),
    /** What the customer paid, freight included, before returns and exclusions. */
    total: minor('total').notNull(),
    /** Whether the total and the freight are the sums of the items, because the source states neither. */
    totalFromItems: boolean('total_from_items').notNull().default(false),
    freight: minor('freight').notNull().default(0),
    situation: oneOf('situation', PURCHASE_SITUATIONS).notNull(),
    /** The situation in the words of the source, when it has more to say. */
    sourceSituation: text('source_situation'),
    payment: text('payment'),
    storeId: uuid('store_id').references(() => stores.id),
    /** The seller, when the seller is a user. */
    sellerId: uuid('seller_id').references(() => users.id),
    /** The seller in the words of the source. */
    sellerName: text('seller_name'),
    /** The invoice's document among the customer's documents. */
    invoiceDocumentId: uuid('invoice_document_id'),
    invoiceNumber: text('invoice_number'),
    /** An `https:` or `http:` address. */
    invoiceUrl: text('invoice_url'),
    createdAt: createdAt(),
    createdBy: uuid('created_by').references(() => users.id),
    updatedAt: at('updated_at')
      .notNull()
      .default(sql`now()`),
  },
  (t) => [
    primaryKey({ columns: [t.customerId, t.id] }),
    foreignKey({ columns: [t.customerId], foreignColumns: [customers.id] }),
    index('purchases_timeline').on(t.customerId, t.purchasedAt, t.id),
    check('purchases_currency', sql`currency ~ '^[A-Z]{3}$'`),
    check('purchases_amounts', sql`total >= 0 and freight >= 0`),
  ],
)

/** The purchases and credits of other systems, by their ids there, so that the same file changes nothing the second time. */
export const purchaseKeys = pgTable(
  'purchase_keys',
  {
    source: text('source').notNull(),
    kind: oneOf('kind', ['purchase', 'credit']).notNull(),
    externalId: keyText('external_id').notNull(),
    customerId: uuid('customer_id').notNull(),
    /** The purchase or the credit. */
    rowId: uuid('row_id').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.source, t.kind, t.externalId] }),
    index('purchase_keys_row').on(t.customerId, t.rowId),
  ],
)

const ofPurchase = () => ({ customerId: customerId(), purchaseId: uuid('purchase_id').notNull() })

export const purchaseItems = pgTable(
  'purchase_items',
  {
    ...ofPurchase(),
    /** The number of the line in its purchase. */
    line: smallint('line').notNull(),
    sku: text('sku'),
    description: text('description').notNull(),
    quantity: numeric('quantity', { precision: 12, scale: 3 }).notNull(),
    unitPrice: minor('unit_price').notNull(),
    discount: minor('discount').notNull().default(0),
    /** What the line costs, after the discount and without freight. */
    total: minor('total').notNull(),
    freight: minor('freight').notNull().default(0),
  },
  (t) => [
    primaryKey({ columns: [t.customerId, t.purchaseId, t.line] }),
    foreignKey({ columns: [t.customerId, t.purchaseId], foreignColumns: [purchases.customerId, purchases.id] }),
    check('purchase_items_quantity', sql`quantity > 0`),
  ],
)

/** Something that the customer gave back, with the amount that the customer got back. */
export const purchaseReturns = pgTable(
  'purchase_returns',
  {
    ...ofPurchase(),
    id: id(),
    /** The id of the return in the source of the purchase; null for one that was recorded here. */
    externalId: text('external_id'),
    /** The returned line; null when the return concerns the whole purchase. */
    line: smallint('line'),
    quantity: numeric('quantity', { precision: 12, scale: 3 }),
    amount: minor('amount').notNull(),
    reason: text('reason'),
    returnedAt: at('returned_at').notNull(),
    createdAt: createdAt(),
    createdBy: uuid('created_by').references(() => users.id),
  },
  (t) => [
    primaryKey({ columns: [t.customerId, t.purchaseId, t.id] }),
    foreignKey({ columns: [t.customerId, t.purchaseId], foreignColumns: [purchases.customerId, purchases.id] }),
    index('purchase_returns_timeline').on(t.customerId, t.returnedAt, t.id),
    uniqueIndex('purchase_returns_external')
      .on(t.customerId, t.purchaseId, t.externalId)
      .where(sql`external_id is not null`),
    check('purchase_returns_amount', sql`amount >= 0`),
  ],
)

/** A part of the purchase's total that does not count as a sale. */
export const purchaseExclusions = pgTable(
  'purchase_exclusions',
  {
    ...ofPurchase(),
    id: id(),
    /** The id of the exclusion in the source of the purchase; null for one that was recorded here. */
    externalId: text('external_id'),
    reason: oneOf('reason', EXCLUSION_REASONS).notNull(),
    amount: minor('amount').notNull(),
    note: text('note'),
    createdAt: createdAt(),
    createdBy: uuid('created_by').references(() => users.id),
  },
  (t) => [
    primaryKey({ columns: [t.customerId, t.purchaseId, t.id] }),
    foreignKey({ columns: [t.customerId, t.purchaseId], foreignColumns: [purchases.customerId, purchases.id] }),
    uniqueIndex('purchase_exclusions_external')
      .on(t.customerId, t.purchaseId, t.externalId)
      .where(sql`external_id is not null`),
    check('purchase_exclusions_amount', sql`amount >= 0`),
  ],
)

/** A bonus that the customer may spend until it expires. */
export const credits = pgTable(
  'credits',
  {
    customerId: customerId(),
    id: id(),
    source: text('source').notNull(),
    externalId: keyText('external_id').notNull(),
    currency: currency(),
    amount: minor('amount').notNull(),
    generatedAt: at('generated_at').notNull(),
    /** The last day on which the credit can be used; null when it does not expire. */
    expiresOn: date('expires_on', { mode: 'string' }),
    /** The purchase that the credit was generated for. */
    purchaseId: uuid('purchase_id'),
    storeId: uuid('store_id').references(() => stores.id),
    createdAt: createdAt(),
    createdBy: uuid('created_by').references(() => users.id),
  },
  (t) => [
    primaryKey({ columns: [t.customerId, t.id] }),
    foreignKey({ columns: [t.customerId], foreignColumns: [customers.id] }),
    index('credits_expiring').on(t.expiresOn, t.customerId),
    check('credits_amount', sql`amount > 0`),
  ],
)

/** A use of a credit, in part or whole. */
export const creditUses = pgTable(
  'credit_uses',
  {
    customerId: customerId(),
    creditId: uuid('credit_id').notNull(),
    id: id(),
    /** The id of the use in the source of the credit; null for one that was recorded here. */
    externalId: text('external_id'),
    amount: minor('amount').notNull(),
    usedAt: at('used_at').notNull(),
    /** The purchase that the credit paid for. */
    purchaseId: uuid('purchase_id'),
    createdAt: createdAt(),
    createdBy: uuid('created_by').references(() => users.id),
  },
  (t) => [
    primaryKey({ columns: [t.customerId, t.creditId, t.id] }),
    foreignKey({ columns: [t.customerId, t.creditId], foreignColumns: [credits.customerId, credits.id] }),
    uniqueIndex('credit_uses_external')
      .on(t.customerId, t.creditId, t.externalId)
      .where(sql`external_id is not null`),
    check('credit_uses_amount', sql`amount > 0`),
  ],
)
