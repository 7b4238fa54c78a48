import { sql, type Placeholder } from 'drizzle-orm'
import type { Reader } from './handles'

type Preparable<T> = { prepare(name: string): T }

/**
 * A read whose SQL text is built once per pool, because building it costs the server as much CPU as running it. Values that differ between
 * calls are `param`s; `shape` lists the few strings that change the text itself. A transaction has a handle of its own and builds the text again.
 */
export function preparedQuery<T, Shape extends string[]>(build: (db: Reader, ...shape: Shape) => Preparable<T>) {
  const queriesByHandle = new WeakMap<Reader, Map<string, T>>()
  return (db: Reader, ...shape: Shape): T => {
    const queries = queriesByHandle.get(db) ?? new Map<string, T>()
    queriesByHandle.set(db, queries)
    const key = shape.join(' ')
    // The pool names the statement for Postgres (db/pool.ts).
    const query = queries.get(key) ?? build(db, ...shape).prepare('')
    queries.set(key, query)
    return query
  }
}

/** A placeholder in a prepared query: `execute({ [name]: value })` fills it. */
export const param = (name: string): Placeholder => sql.placeholder(name)
