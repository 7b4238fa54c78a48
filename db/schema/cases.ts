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
  smallint,
  text,
  uuid,
} from 'drizzle-orm/pg-core'
import { at, createdAt, customerId, id, oneOf } from '@/db/columns'
import { customers } from './customers'
import { journeys } from './journeys'
import { users } from './users'

export const CASE_PRIORITIES = ['low', 'normal', 'high', 'urgent'] as const

/** The states that exist from the start. Their names come from the texts, until an admin gives one a name. */
export const CASE_STATE_KEYS = ['new', 'in_progress', 'waiting', 'solved', 'dropped'] as const

/** The states of a case, which all customers share and admins configure. */
export const caseStates = pgTable(
  'case_states',
  {
    id: uuid('id').primaryKey(),
    /** Null for a state that an admin added. */
    key: oneOf('key', CASE_STATE_KEYS).unique(),
    name: text('name'),
    /** Whether a case in this state is open or closed. It never changes, because it decides when cases were closed. */
    phase: oneOf('phase', ['open', 'closed']).notNull(),
    /** Position in the list of choices, from 1. */
    place: smallint('place').notNull(),
    /** A retired state is no longer offered; cases that have it keep it. */
    retiredAt: at('retired_at'),
    /** The user who retired it. Without a reference, so that the demo's tables can be emptied without this one. */
    retiredBy: uuid('retired_by'),
    version: integer('version').notNull().default(1),
  },
  () => [check('case_states_name', sql`key is not null or btrim(name) <> ''`)],
)

/** Case numbers are short and unique. A rolled-back case leaves a gap. */
export const caseNumbers = pgSequence('case_numbers', { startWith: 1001 })

/** Something that a customer needs done, with one assigned user at most. */
export const cases = pgTable(
  'cases',
  {
    customerId: customerId(),
    /** UUIDv7: newest first is the primary key backwards. */
    id: id(),
    number: integer('number')
      .notNull()
      .default(sql`nextval('case_numbers')`),
    subject: text('subject').notNull(),
    description: text('description'),
    stateId: uuid('state_id')
      .notNull()
      .references(() => caseStates.id),
    priority: oneOf('priority', CASE_PRIORITIES).notNull().default('normal'),
    assignedUserId: uuid('assigned_user_id').references(() => users.id),
    dueOn: date('due_on', { mode: 'string' }),
    /** The campaign that the case came from. */
    journeyId: uuid('journey_id').references(() => journeys.id),
    /** Set while the state is a closed one. */
    closedAt: at('closed_at'),
    closedBy: uuid('closed_by').references(() => users.id),
    version: integer('version').notNull().default(1),
    createdAt: createdAt(),
    createdBy: uuid('created_by')
      .notNull()
      .references(() => users.id),
  },
  (t) => [
    primaryKey({ columns: [t.customerId, t.id] }),
    foreignKey({ columns: [t.customerId], foreignColumns: [customers.id] }),
    index('cases_number').on(t.number),
    index('cases_timeline').on(t.customerId, t.createdAt, t.id),
    index('cases_timeline_closed')
      .on(t.customerId, t.closedAt, t.id)
      .where(sql`closed_at is not null`),
    index('cases_open')
      .on(t.id)
      .where(sql`closed_at is null`),
    index('cases_open_of_user')
      .on(t.assignedUserId, t.id)
      .where(sql`closed_at is null`),
    index('cases_open_in_state')
      .on(t.stateId, t.customerId)
      .where(sql`closed_at is null`),
    index('cases_due')
      .on(t.dueOn, t.id)
      .where(sql`closed_at is null`),
    check('cases_subject', sql`btrim(subject) <> ''`),
    check('cases_closed', sql`(closed_at is null) = (closed_by is null)`),
  ],
)

/** Internal remarks on a case. They are never changed afterwards. */
export const caseComments = pgTable(
  'case_comments',
  {
    customerId: customerId(),
    caseId: uuid('case_id').notNull(),
    /** UUIDv7: oldest first is the primary key. */
    id: id(),
    body: text('body').notNull(),
    authorId: uuid('author_id')
      .notNull()
      .references(() => users.id),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.customerId, t.caseId, t.id] }),
    foreignKey({ columns: [t.customerId, t.caseId], foreignColumns: [cases.customerId, cases.id] }),
    index('case_comments_timeline').on(t.customerId, t.createdAt, t.id),
  ],
)
