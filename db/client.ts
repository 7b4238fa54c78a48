import { drizzle, type NodePgDatabase } from 'drizzle-orm/node-postgres'
import type { Pool } from 'pg'
import { env } from '@/lib/env'
import { openPool } from './pool'
import * as schema from './schema'
import { insideTransaction } from './transactions'

export type Db = NodePgDatabase<typeof schema>

// Next loads this module once for pages and once for actions; the pool must be one.
const shared = globalThis as typeof globalThis & { retratoDb?: { db: Db; pool: Pool } }

function connect() {
  const pool = openPool({ connectionString: env().DATABASE_URL, max: Number(process.env.DATABASE_POOL ?? 10) })
  return { pool, db: marksTransactions(drizzle(pool, { schema })) }
}

export const database = (): Db => (shared.retratoDb ??= connect()).db

export const databasePool = (): Pool => (shared.retratoDb ??= connect()).pool

/** Makes a handle run its transactions through `insideTransaction`, so that `assertOutsideTransaction` knows of them. */
export function marksTransactions<T extends Db>(db: T): T {
  const begin = db.transaction.bind(db)
  db.transaction = (run, config) => insideTransaction(() => begin(run, config))
  return db
}
