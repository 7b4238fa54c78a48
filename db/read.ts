import type { SQL } from 'drizzle-orm'
import type { Primary, Reader } from './handles'

/** The rows of a SELECT that is written in SQL. At run time every handle can execute any SQL; its type says what it is for. */
export const readRows = async <Row extends Record<string, unknown>>(db: Reader, select: SQL) =>
  (await (db as Primary).execute<Row>(select)).rows
