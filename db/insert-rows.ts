import { sql, type SQL } from 'drizzle-orm'
import type { Primary } from './handles'

/** A column's Postgres type, and its value: one for each row, or the same for all. */
type Column<Row> = [type: string, value: ((row: Row) => unknown) | string | null]

/**
 * Inserts many rows with one statement. They are sent as one array per column, which is cheaper than JSON for both sides.
 * Table, column and type names must be constants of the caller, never user input.
 */
export async function insertRows<Row>(
  db: Primary,
  table: string,
  rows: readonly Row[],
  columns: Record<string, Column<Row>>,
  onConflict: SQL = sql``,
): Promise<void> {
  if (!rows.length) return
  const arrays: SQL[] = []
  const values = Object.values(columns).map(([type, value]) => {
    if (typeof value !== 'function') return sql`${value}::${sql.raw(type)}`
    arrays.push(sql`${sql.param(rows.map((row) => value(row)))}::${sql.raw(type)}[]`)
    return sql.raw(`r.c${arrays.length}`)
  })
  const names = sql.raw(Object.keys(columns).join(', '))
  const aliases = sql.raw(arrays.map((_, at) => `c${at + 1}`).join(', '))
  await db.execute(sql`
    insert into ${sql.raw(table)} (${names}) select ${sql.join(values, sql`, `)}
    from unnest(${sql.join(arrays, sql`, `)}) as r(${aliases}) ${onConflict}`)
}
