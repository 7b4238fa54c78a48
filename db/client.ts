import { drizzle, type NodePgDatabase } from 'drizzle-orm/node-postgres'
import type { Pool } from 'pg'
import { env } from '@/lib/env'
import { log } from '@/lib/log'
import { openPool } from './pool'
import * as schema from './schema'
import { insideTransaction } from './transactions'

export type Db = NodePgDatabase<typeof schema>

// Next.js loads this module once for pages and once for actions, but the process must have a single pool.
const shared = globalThis as typeof globalThis & { retratoDb?: { db: Db; pool: Pool } }

function connect() {
  const pool = openPool({
    connectionString: env().DATABASE_URL,
    max: Number(process.env.DATABASE_POOL ?? 10),
    // Idle connections stay open: a page that has to connect and plan its statements takes twice as long.
    idleTimeoutMillis: 0,
    keepAlive: true,
  })
  // Without a listener the loss of an idle connection would be an uncaught exception. The pool opens another one when it needs it.
  pool.on('error', (error) => log.warn({ err: error }, 'an idle database connection was lost'))
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
