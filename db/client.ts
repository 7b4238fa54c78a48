import type { Pool } from 'pg'
import { env } from '@/lib/env'
import { log } from '@/lib/log'
import { primaryOn, type Primary } from './handles'
import { LIMITS, type Limits, type Work } from './limits'
import { Places } from './places'
import { openPool } from './pool'

type Opened = { db: Primary; pool: Pool }
type Connections = { pool: Pool; places: Places }

// Next's bundles and the server load this module separately; they share one pool of each kind. Each copy makes its own handles.
const shared = globalThis as typeof globalThis & { retratoConnections?: Partial<Record<Work, Connections>> }
const handles: Partial<Record<Work, Primary>> = {}

const CONNECTIONS = () => Number(process.env.DATABASE_POOL ?? 10)
/** The worker's own connections, so that jobs and pages do not wait for each other. */
const JOB_CONNECTIONS_MAX = 5

function open(work: Work): Connections {
  const max = work === 'web' ? CONNECTIONS() : Math.min(CONNECTIONS(), JOB_CONNECTIONS_MAX)
  return openConnections(env().DATABASE_URL, max, LIMITS[work])
}

const connections = (work: Work): Connections => ((shared.retratoConnections ??= {})[work] ??= open(work))

export const database = (work: Work = 'web'): Primary => (handles[work] ??= handleOn(connections(work)))

export const databasePool = (work: Work = 'web'): Pool => connections(work).pool

/** The share of the connections that transactions may use at once; pages have the rest. */
const TRANSACTIONS_SHARE = 0.7

/** Opens a pool with time limits for statements, and a handle whose transactions leave connections free for pages. */
export function openDatabase(connectionString: string, max: number, limits: Limits): Opened {
  const opened = openConnections(connectionString, max, limits)
  return { pool: opened.pool, db: handleOn(opened) }
}

const handleOn = ({ pool, places }: Connections): Primary => primaryOn(pool, { places })

function openConnections(connectionString: string, max: number, limits: Limits): Connections {
  const pool = openPool({
    connectionString,
    max,
    statement_timeout: limits.statementMs,
    lock_timeout: limits.lockMs,
    connectionTimeoutMillis: limits.connectionMs,
    // Idle connections stay open: a page that has to connect and plan its statements takes twice as long.
    idleTimeoutMillis: 0,
    keepAlive: true,
  })
  // Without a listener, losing an idle connection would be an uncaught exception. The pool opens another one when it needs it.
  pool.on('error', (error) => log.warn({ err: error }, 'an idle database connection was lost'))
  return { pool, places: new Places(Math.ceil(max * TRANSACTIONS_SHARE), limits.lockMs) }
}
