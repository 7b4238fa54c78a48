import { sql, type SQL } from 'drizzle-orm'
import type { Primary, Reader } from './handles'

// At run time every handle can execute any SQL. Only its type restricts it, and these two functions get around the type to read.

/** Runs a SELECT that is written in SQL, and returns its rows. */
export const readRows = async <Row extends Record<string, unknown>>(db: Reader, select: SQL) =>
  (await (db as Primary).execute<Row>(select)).rows

/**
 * The same for a statement that rarely has the same text twice, such as a filter with many optional parts. Postgres plans it at each call,
 * and the comment in front keeps the pool from naming it, which would fill the table of names (db/pool.ts).
 */
export const readRowsOnce = <Row extends Record<string, unknown>>(db: Reader, select: SQL) =>
  readRows<Row>(db, sql`/* planned at each call */ ${select}`)

/** Runs reads in one transaction in which Postgres refuses writes. `settings` is a `set local …` for this transaction. */
export const inReadOnlyTransaction = <T>(db: Reader, settings: SQL, read: (tx: Reader) => Promise<T>): Promise<T> =>
  (db as Primary).transaction(
    async (tx) => {
      await tx.execute(settings)
      return read(tx)
    },
    { accessMode: 'read only' },
  )
