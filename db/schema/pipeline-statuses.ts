import { sql } from 'drizzle-orm'
import { check, integer, pgTable, smallint, text, unique, uuid } from 'drizzle-orm/pg-core'
import { at, oneOf } from '@/db/columns'

/** The statuses of the sales cycle, in the order of the board. */
export const PIPELINE_STATUSES = ['new', 'in_progress', 'won', 'lost'] as const

/** The sub-statuses of each status, which all customers share and admins configure. */
export const pipelineSubStatuses = pgTable(
  'pipeline_sub_statuses',
  {
    id: uuid('id').primaryKey(),
    /** It never changes, because customers have both. */
    status: oneOf('status', PIPELINE_STATUSES).notNull(),
    name: text('name').notNull(),
    /** Position among the sub-statuses of its status, from 1. */
    place: smallint('place').notNull(),
    /** A retired sub-status is no longer offered; customers who have it keep it. */
    retiredAt: at('retired_at'),
    /** The user who retired it. Without a reference, so that the demo's tables can be emptied without this one. */
    retiredBy: uuid('retired_by'),
    version: integer('version').notNull().default(1),
  },
  (t) => [
    unique('pipeline_sub_statuses_of_status').on(t.status, t.id),
    check('pipeline_sub_statuses_name', sql`btrim(name) <> ''`),
  ],
)
