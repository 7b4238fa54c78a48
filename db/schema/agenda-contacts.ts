import { sql } from 'drizzle-orm'
import {
  check,
  date,
  foreignKey,
  index,
  integer,
  pgSequence,
  pgTable,
  primaryKey,
  text,
  uuid,
} from 'drizzle-orm/pg-core'
import { at, createdAt, customerId, id, oneOf } from '@/db/columns'
import { customers } from './customers'
import { stores } from './stores'
import { users } from './users'

export const agendaInteractionNumbers = pgSequence('agenda_interaction_numbers', { startWith: 1001 })

export const AGENDA_MEANS = ['whatsapp', 'call'] as const
export const AGENDA_FEEDBACKS = ['neutral', 'positive', 'negative'] as const
export const AGENDA_SITUATIONS = ['open', 'success', 'invalid_number', 'no_answer', 'auto_closed'] as const

/** A contact that a seller made from the agenda. */
export const agendaInteractions = pgTable(
  'agenda_interactions',
  {
    customerId: customerId(),
    id: id(),
    number: integer('number')
      .notNull()
      .default(sql`nextval('agenda_interaction_numbers')`),
    reasonId: uuid('reason_id'),
    storeId: uuid('store_id')
      .notNull()
      .references(() => stores.id),
    sellerId: uuid('seller_id')
      .notNull()
      .references(() => users.id),
    means: oneOf('means', AGENDA_MEANS).notNull(),
    situation: oneOf('situation', AGENDA_SITUATIONS).notNull().default('open'),
    feedback: oneOf('feedback', AGENDA_FEEDBACKS),
    /** The seller's remark, or the text of the WhatsApp message. */
    comment: text('comment'),
    startedAt: at('started_at').notNull(),
    /** An open interaction without activity for more than 4 hours is closed by a job. */
    lastActivityAt: at('last_activity_at').notNull(),
    closedAt: at('closed_at'),
    version: integer('version').notNull().default(1),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.customerId, t.id] }),
    foreignKey({ columns: [t.customerId], foreignColumns: [customers.id] }),
    index('agenda_interactions_timeline').on(t.customerId, t.startedAt, t.id),
    index('agenda_interactions_reason')
      .on(t.customerId, t.reasonId)
      .where(sql`reason_id is not null`),
    index('agenda_interactions_idle')
      .on(t.lastActivityAt)
      .where(sql`situation = 'open'`),
    index('agenda_interactions_of_seller')
      .on(t.sellerId, t.startedAt, t.id)
      .where(sql`situation = 'open'`),
    index('agenda_interactions_of_store').on(t.storeId, t.startedAt),
    check('agenda_interactions_closed', sql`(situation = 'open') = (closed_at is null)`),
  ],
)

/** A day on which a seller wants to contact a customer. */
export const reminders = pgTable(
  'reminders',
  {
    customerId: customerId(),
    id: id(),
    scheduledOn: date('scheduled_on', { mode: 'string' }).notNull(),
    sellerId: uuid('seller_id')
      .notNull()
      .references(() => users.id),
    storeId: uuid('store_id')
      .notNull()
      .references(() => stores.id),
    comment: text('comment').notNull(),
    status: oneOf('status', ['open', 'done', 'cancelled']).notNull().default('open'),
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
    index('reminders_timeline').on(t.customerId, t.createdAt, t.id),
    index('reminders_of_seller')
      .on(t.sellerId, t.scheduledOn, t.customerId, t.id)
      .where(sql`status = 'open'`),
    check('reminders_comment', sql`btrim(comment) <> ''`),
    check('reminders_settled', sql`(status = 'open') = (settled_at is null)`),
  ],
)
