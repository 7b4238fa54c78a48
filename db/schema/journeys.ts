import { sql } from 'drizzle-orm'
import { check, index, integer, pgTable, smallint, text, uuid } from 'drizzle-orm/pg-core'
import { at, createdAt, oneOf } from '@/db/columns'
import { PURPOSES } from './consents'
import { users } from './users'

/** The channels in which messages are sent. */
export const SEND_CHANNELS = ['email', 'sms', 'whatsapp'] as const

/** A campaign or process that sends messages to customers, step by step. A small table that all customers share. */
export const journeys = pgTable(
  'journeys',
  {
    id: uuid('id').primaryKey(),
    name: text('name').notNull(),
    /** The purpose decides which consent its sends need. */
    purpose: oneOf('purpose', PURPOSES).notNull(),
    /** A retired journey sends nothing more; its earlier sends stay. */
    retiredAt: at('retired_at'),
    retiredBy: uuid('retired_by').references(() => users.id),
    version: integer('version').notNull().default(1),
    createdAt: createdAt(),
    createdBy: uuid('created_by').references(() => users.id),
  },
  () => [check('journeys_name', sql`btrim(name) <> ''`)],
)

/** A message template of a journey in one channel. */
export const journeyMessages = pgTable(
  'journey_messages',
  {
    id: uuid('id').primaryKey(),
    journeyId: uuid('journey_id')
      .notNull()
      .references(() => journeys.id),
    channel: oneOf('channel', SEND_CHANNELS).notNull(),
    name: text('name').notNull(),
    /** Place in the journey, from 1. */
    step: smallint('step').notNull(),
    /** E-mails only. */
    subject: text('subject'),
    /** Plain text with `{{name}}`, `{{company}}`, `{{documents}}` and `{{link}}`. */
    body: text('body').notNull(),
    retiredAt: at('retired_at'),
    retiredBy: uuid('retired_by').references(() => users.id),
    version: integer('version').notNull().default(1),
    createdAt: createdAt(),
  },
  (t) => [
    index('journey_messages_journey').on(t.journeyId, t.channel, t.step),
    check('journey_messages_subject', sql`(channel = 'email') = (subject is not null)`),
  ],
)
