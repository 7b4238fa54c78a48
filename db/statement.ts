import { sql, type Placeholder } from 'drizzle-orm'
import type { Db } from './client'

type Preparable<T> = { prepare(name: string): T }

/**
 * A read whose text is made once per pool instead of at every call, which costs the server as much as sending it. What differs between calls
 * is `held`; `shape` is what changes the text itself, of few values. Within a transaction the text is made anew.
 */
export function statement<T, Shape extends string[]>(build: (db: Db, ...shape: Shape) => Preparable<T>) {
  const made = new WeakMap<Db, Map<string, T>>()
  return (db: Db, ...shape: Shape): T => {
    const known = made.get(db) ?? new Map<string, T>()
    made.set(db, known)
    const key = shape.join(' ')
    // The pool names statements by their text (db/pool.ts).
    const found = known.get(key) ?? build(db, ...shape).prepare('')
    known.set(key, found)
    return found
  }
}

/** The place of a value that `execute` is given. */
export const held = (name: string): Placeholder => sql.placeholder(name)
