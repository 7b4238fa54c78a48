import type { SQL } from 'drizzle-orm'
import type { Primary, Reader } from './handles'

// At run time every handle can execute any SQL. Only its type restricts it, and these two functions get around the type to read.

/** Runs a SELECT that is written in SQL, and returns its rows. */
export const readRows = async <Row extends Record<string, unknown>>(db: Reader, select: SQL) =>
  (await (db as Primary).execute<Row>(select)).rows

/** Runs reads in one transaction in which Postgres refuses writes. `settings` is a `set local …` for this transaction. */
export const inReadOnlyTransaction = <T>(db: Reader, settings: SQL, read: (tx: Reader) => Promise<T>): Promise<T> =>
  (db as Primary).transaction(
    async (tx) => {
      await tx.execute(settings)
      return read(tx)
    },
    { accessMode: 'read only' },
  )
