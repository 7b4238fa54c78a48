import { sql } from 'drizzle-orm'
import {
  boolean,
  check,
  date,
  foreignKey,
  index,
  integer,
  jsonb,
  pgSequence,
  pgTable,
  primaryKey,
  smallint,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import { at, createdAt, customerId, id, oneOf } from '@/db/columns'
import { customers } from './customers'
import { stores } from './stores'
import { users } from './users'

export const AGENDA_RULE_KINDS = ['birthday', 'after_purchase', 'credit_expiring', 'no_purchase', 'campaign'] as const

/** Settings of the agenda for the whole company: one row. */
export const agendaSettings = pgTable(
  'agenda_settings',
  {
    id: smallint('id').primaryKey().default(1),
    /** After a contact by any store, no other one for this many days; 0 switches the blackout off. */
    blackoutDays: smallint('blackout_days').notNull().default(7),
    /** A purchase within this many days after a contact counts as influenced by it. */
    influenceDays: smallint('influence_days').notNull().default(7),
    /**
     * From when until when customers are called, in the company's time zone: minutes after midnight, from Monday to Sunday; null on a day
     * without calls.
     */
    hours: jsonb('hours').$type<({ from: number; until: number } | null)[]>().notNull(),
    version: integer('version').notNull().default(1),
    updatedAt: at('updated_at')
      .notNull()
      .default(sql`now()`),
    /** Without a reference, so that the demo's tables can be emptied without this one. */
    updatedBy: uuid('updated_by'),
  },
  () => [check('agenda_settings_one', sql`id = 1`)],
)

/** A rule that generates reasons to contact customers. */
export const agendaRules = pgTable(
  'agenda_rules',
  {
    id: uuid('id').primaryKey(),
    kind: oneOf('kind', AGENDA_RULE_KINDS).notNull(),
    name: text('name').notNull(),
    /** Days before the birthday or the expiry, or after the purchase. */
    days: smallint('days').notNull().default(0),
    /** For how many days a reason stays in the agenda. */
    openDays: smallint('open_days').notNull(),
    /** The text for WhatsApp, with placeholders such as `{{name}}`. */
    message: text('message').notNull(),
    /** The customers of a campaign: the query of a customer filter, as its address has it. */
    filter: text('filter'),
    enabled: boolean('enabled').notNull().default(false),
    retiredAt: at('retired_at'),
    retiredBy: uuid('retired_by').references(() => users.id),
    version: integer('version').notNull().default(1),
    createdAt: createdAt(),
    createdBy: uuid('created_by').references(() => users.id),
  },
  () => [check('agenda_rules_name', sql`btrim(name) <> ''`), check('agenda_rules_open', sql`open_days > 0`)],
)

export const agendaReasonNumbers = pgSequence('agenda_reason_numbers', { startWith: 1001 })

export const AGENDA_REASON_STATUSES = ['pending', 'done', 'lost', 'returned', 'cancelled'] as const

/** A reason to contact a customer, in the agenda of a store or of one seller. */
export const agendaReasons = pgTable(
  'agenda_reasons',
  {
    customerId: customerId(),
    id: id(),
    /** The id that people read. */
    number: integer('number')
      .notNull()
      .default(sql`nextval('agenda_reason_numbers')`),
    storeId: uuid('store_id')
      .notNull()
      .references(() => stores.id),
    /** Null when every seller of the store may make the contact. */
    sellerId: uuid('seller_id').references(() => users.id),
    /** Null when a person wrote the reason. */
    ruleId: uuid('rule_id').references(() => agendaRules.id),
    /** Identifies the occasion for its rule, such as `2026` for a birthday: a rule gives each customer one reason in a period. */
    period: text('period'),
    kind: oneOf('kind', [...AGENDA_RULE_KINDS, 'manual']).notNull(),
    reason: text('reason').notNull(),
    /** The text for WhatsApp, without placeholders. */
    message: text('message'),
    /** The first and the last day on which the reason is in the agenda. */
    opensOn: date('opens_on', { mode: 'string' }).notNull(),
    closesOn: date('closes_on', { mode: 'string' }).notNull(),
    /** After its last day a pending reason counts as lost. A job writes that later, so every read applies the same rule. */
    status: oneOf('status', AGENDA_REASON_STATUSES).notNull().default('pending'),
    /** When the status stopped being pending. */
    settledAt: at('settled_at'),
    settledBy: uuid('settled_by').references(() => users.id),
    /** The technical cause of a cancellation, as its system reported it. */
    cancelCause: text('cancel_cause'),
    version: integer('version').notNull().default(1),
    createdAt: createdAt(),
    createdBy: uuid('created_by').references(() => users.id),
  },
  (t) => [
    primaryKey({ columns: [t.customerId, t.id] }),
    foreignKey({ columns: [t.customerId], foreignColumns: [customers.id] }),
    uniqueIndex('agenda_reasons_once')
      .on(t.customerId, t.ruleId, t.period)
      .where(sql`rule_id is not null`),
    index('agenda_reasons_timeline').on(t.customerId, t.createdAt, t.id),
    index('agenda_reasons_of_seller')
      .on(t.sellerId, t.closesOn, t.customerId, t.id)
      .where(sql`status = 'pending'`),
    index('agenda_reasons_of_store')
      .on(t.storeId, t.closesOn, t.customerId, t.id)
      .where(sql`status = 'pending'`),
    // Without it a seller's page would look through the reasons of the whole store.
    index('agenda_reasons_unassigned')
      .on(t.storeId, t.closesOn, t.customerId, t.id)
      .where(sql`status = 'pending' and seller_id is null`),
    // The job that ends reasons reads the pending ones in this order.
    index('agenda_reasons_pending')
      .on(t.customerId, t.id)
      .where(sql`status = 'pending'`),
    index('agenda_reasons_created').on(t.storeId, t.createdAt),
    check('agenda_reasons_days', sql`closes_on >= opens_on`),
    check('agenda_reasons_settled', sql`(status = 'pending') = (settled_at is null)`),
    check('agenda_reasons_rule', sql`(rule_id is null) = (period is null)`),
  ],
)
