import { sql } from 'drizzle-orm'
import { check, date, foreignKey, index, integer, numeric, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { at, createdAt, customerId, id, oneOf } from '@/db/columns'
import { customers } from './customers'
import { stores } from './stores'
import { users } from './users'

export const RESERVATION_STATUSES = ['waiting', 'confirmed', 'cancelled'] as const

/** A product that a store keeps for a customer. */
export const reservations = pgTable(
  'reservations',
  {
    customerId: customerId(),
    id: id(),
    reservedOn: date('reserved_on', { mode: 'string' }).notNull(),
    pickUpAt: at('pick_up_at').notNull(),
    storeId: uuid('store_id')
      .notNull()
      .references(() => stores.id),
    sellerId: uuid('seller_id').references(() => users.id),
    product: text('product').notNull(),
    sku: text('sku'),
    quantity: numeric('quantity', { precision: 12, scale: 3 }).notNull().default('1'),
    status: oneOf('status', RESERVATION_STATUSES).notNull().default('waiting'),
    /** What the seller wrote when the status changed. */
    feedback: text('feedback'),
    settledAt: at('settled_at'),
    settledBy: uuid('settled_by').references(() => users.id),
    version: integer('version').notNull().default(1),
    createdAt: createdAt(),
    createdBy: uuid('created_by')
      .notNull()
      .references(() => users.id),
  },
  (t) => [
    primaryKey({ columns: [t.customerId, t.id] }),
    foreignKey({ columns: [t.customerId], foreignColumns: [customers.id] }),
    index('reservations_timeline').on(t.customerId, t.createdAt, t.id),
    index('reservations_waiting')
      .on(t.storeId, t.pickUpAt, t.customerId, t.id)
      .where(sql`status = 'waiting'`),
    check('reservations_product', sql`btrim(product) <> ''`),
    check('reservations_quantity', sql`quantity > 0`),
    check('reservations_settled', sql`(status = 'waiting') = (settled_at is null)`),
  ],
)
