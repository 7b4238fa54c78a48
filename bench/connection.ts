import type { Pool } from 'pg'
import { webEnvironment } from '@/scripts/portal/environment'
import { secrets } from '@/scripts/secrets'
import type { BenchDatabase } from './database'
import { openPool } from '@/db/pool'
import { primaryOn, type Primary } from '@/db/handles'
import { viewerOf, type Scope } from '@/lib/access/viewer'
import type { WriteCtx } from '@/lib/kernel/context'
import { newId } from '@/lib/values/ids'

export type Connection = { db: Primary; pool: Pool; pid: number; close: () => Promise<void> }

/** Opens a pool with one connection, or more. `pid` is the Postgres process of the first connection. */
export async function connect(url: string, max = 1): Promise<Connection> {
  const pool = openPool({ connectionString: url, max, min: 1 })
  const { rows } = await pool.query<{ pid: number }>('select pg_backend_pid() as pid')
  return { db: primaryOn(pool), pool, pid: rows[0]!.pid, close: () => pool.end() }
}

export function benchCtx(db: Primary, scope: Scope = { kind: 'all' }, userId = newId()): WriteCtx {
  const viewer = viewerOf({
    userId,
    sessionId: newId(),
    name: 'Bench',
    email: 'bench@staff.example',
    role: 'agent',
    scope,
    locale: 'pt-BR',
    storeNames: [],
  })
  return { db, viewer, requestId: newId(), now: new Date() }
}

/** Connects for reads as the portal does. A filter by days uses the company's time zone, which is in the environment. */
export function connectForReads(bench: BenchDatabase): Promise<Connection> {
  Object.assign(
    process.env,
    webEnvironment({ appUrl: 'http://localhost:3000', databaseUrl: bench.appUrl, demo: false, secrets: secrets() }),
  )
  return connect(bench.appUrl)
}
