import { sql } from 'drizzle-orm'
import { check, foreignKey, index, pgTable, primaryKey, text, timestamp, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { at, createdAt, customerId, id, oneOf } from '@/db/columns'
import { customers } from './customers'
import { PIPELINE_STATUSES, pipelineSubStatuses } from './pipeline-statuses'
import { users } from './users'

/** How a scheduled change of status ended. */
export const SCHEDULE_OUTCOMES = ['executed', 'cancelled', 'replaced', 'overtaken', 'lapsed'] as const

/** Changes of status for a later date, of which a record of a customer has one pending at most (docs/decisions/035-pipeline.md). */
export const scheduledStatusChanges = pgTable(
  'scheduled_status_changes',
  {
    customerId: customerId(),
    /** UUIDv7: newest first is the primary key backwards. */
    id: id(),
    status: oneOf('status', PIPELINE_STATUSES).notNull(),
    subStatusId: uuid('sub_status_id'),
    /** What the person chose: the date and time on the clocks of a time zone. */
    localAt: timestamp('local_at', { withTimezone: false, mode: 'string' }).notNull(),
    /** An IANA time zone. */
    timeZone: text('time_zone').notNull(),
    /** The instant of `localAt`, by the rules of `zoneRules`. */
    dueAt: at('due_at').notNull(),
    /** The version of the time zone database that `dueAt` was computed with, such as 2025b. */
    zoneRules: text('zone_rules').notNull(),
    createdAt: createdAt(),
    createdBy: uuid('created_by')
      .notNull()
      .references(() => users.id),
    endedAt: at('ended_at'),
    /** Null where the worker ended it. */
    endedBy: uuid('ended_by').references(() => users.id),
    outcome: oneOf('outcome', SCHEDULE_OUTCOMES),
  },
  (t) => [
    primaryKey({ columns: [t.customerId, t.id] }),
    foreignKey({ columns: [t.customerId], foreignColumns: [customers.id] }),
    foreignKey({
      name: 'scheduled_status_changes_sub_status',
      columns: [t.status, t.subStatusId],
      foreignColumns: [pipelineSubStatuses.status, pipelineSubStatuses.id],
    }),
    uniqueIndex('scheduled_status_changes_pending')
      .on(t.customerId)
      .where(sql`ended_at is null`),
    index('scheduled_status_changes_due')
      .on(t.dueAt, t.id)
      .where(sql`ended_at is null`),
    index('scheduled_status_changes_rules')
      .on(t.zoneRules, t.id)
      .where(sql`ended_at is null`),
    check('scheduled_status_changes_ended', sql`(ended_at is null) = (outcome is null)`),
  ],
)
