import { sql, type SQL } from 'drizzle-orm'

/**
 * A number beside a section's name: a scalar SQL expression over the ids of a customer's records (an SQL `uuid[]`).
 * It must be cheap on every profile: read totals, or stop counting at `SHOWN_MAX`.
 */
export type GroupCount = (memberIds: SQL) => SQL<number>

/** The interface shows "99+" beyond this. */
export const SHOWN_MAX = 100

/** Counts rows up to `SHOWN_MAX`. `rows` is a whole select without a limit. */
export const countUpToMax = (rows: SQL): SQL<number> =>
  sql<number>`(select count(*) from (${rows} limit ${sql.raw(String(SHOWN_MAX))}) few)`
