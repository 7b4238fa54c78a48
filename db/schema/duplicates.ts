import { sql } from 'drizzle-orm'
import { check, foreignKey, index, jsonb, pgTable, primaryKey, real, text, uuid } from 'drizzle-orm/pg-core'
import { at, customerId, oneOf } from '@/db/columns'
import { customers } from './customers'
import { users } from './users'

/** Why two customers look alike or different, as the engine wrote it. */
export type StoredReason = { field: string; level: string; weight: number }

/**
 * Two customers who are probably the same one. A pair is open until somebody decides that they are different people. If the compared values
 * change afterwards, the pair is open again.
 */
export const duplicatePairs = pgTable(
  'duplicate_pairs',
  {
    /** The smaller id of the two. */
    customerId: customerId(),
    /** Without a reference: child rows refer only to their own customer. */
    otherId: uuid('other_id').notNull(),
    /** The calibrated probability that both are the same customer, from 0 to 1. */
    probability: real('probability').notNull(),
    reasons: jsonb('reasons').$type<StoredReason[]>().notNull(),
    /** A hash of the values that were compared. */
    evidence: text('evidence').notNull(),
    foundAt: at('found_at')
      .notNull()
      .default(sql`now()`),
    /** When somebody decided that they are different. */
    decidedAt: at('decided_at'),
    decidedBy: uuid('decided_by').references(() => users.id),
    /** The evidence at that moment. */
    decidedEvidence: text('decided_evidence'),
    /** What the person wrote about the decision. */
    decidedReason: text('decided_reason'),
  },
  (t) => [
    primaryKey({ columns: [t.customerId, t.otherId] }),
    foreignKey({ columns: [t.customerId], foreignColumns: [customers.id] }),
    index('duplicate_pairs_other').on(t.otherId),
    index('duplicate_pairs_open')
      .on(t.probability, t.customerId, t.otherId)
      .where(sql`decided_evidence is distinct from evidence`),
    index('duplicate_pairs_decided')
      .on(t.decidedAt, t.customerId, t.otherId)
      .where(sql`decided_at is not null`),
    check('duplicate_pairs_order', sql`customer_id < other_id`),
    check('duplicate_pairs_probability', sql`probability between 0 and 1`),
    check(
      'duplicate_pairs_decided',
      sql`(decided_at is null) = (decided_by is null) and (decided_at is null) = (decided_evidence is null)`,
    ),
  ],
)

/** The rules that merge customers without a person. A rule is on while it has a row, and runs as the user who switched it on. */
export const duplicateRules = pgTable('duplicate_rules', {
  rule: oneOf('rule', ['same_tax_id']).primaryKey(),
  enabledAt: at('enabled_at').notNull(),
  enabledBy: uuid('enabled_by')
    .notNull()
    .references(() => users.id),
})
