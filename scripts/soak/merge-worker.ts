import { setTimeout as sleep } from 'node:timers/promises'
import { Pool } from 'pg'
import { primaryOn } from '@/db/handles'
import { viewerOfUser } from '@/lib/access/viewer-of-user'
import { runOperations } from '@/lib/testing/merges/operations'

/**
 * The process that the merge soak kills: once a line arrives on its standard input, several workers edit, merge and separate customers until
 * the end of the process. It goes on when Postgres breaks its connections, and ends with code 3 after any other error.
 */
const { databaseUrl, ids, userId, seed, workers } = JSON.parse(process.argv[2] ?? '{}') as {
  databaseUrl: string
  ids: string[]
  userId: string
  seed: string
  workers: number
}

const RECONNECT_MS = 50
const FIRST_STEPS = 2

/** Classes 08 and 57P: a lost connection, and a server that shuts down or starts (https://www.postgresql.org/docs/current/errcodes-appendix.html). */
const isConnectionLost = (error: unknown): boolean =>
  error instanceof Error &&
  (('code' in error && /^(08|57P|ECONN|EPIPE)/.test(String(error.code))) ||
    /Connection terminated|timeout exceeded when trying to connect/i.test(error.message) ||
    isConnectionLost(error.cause))

async function onError(error: unknown): Promise<void> {
  if (!isConnectionLost(error)) {
    console.error(error)
    process.exit(3)
  }
  await sleep(RECONNECT_MS)
}

async function main(): Promise<void> {
  const pool = new Pool({ connectionString: databaseUrl, max: workers + 2 })
  pool.on('error', () => undefined)
  const db = primaryOn(pool)
  const viewer = (await viewerOfUser(userId, db))!
  console.log('ready')
  await new Promise<void>((go) => process.stdin.once('data', () => go()))
  const runAll = (steps: number) =>
    Promise.all(
      Array.from({ length: workers }, (_, at) =>
        runOperations({ db, viewer, ids }, `${seed}-${steps}-${at}`, { steps, onError }),
      ),
    )
  // The first operations load code and open connections, so they are slow.
  await runAll(FIRST_STEPS)
  console.log('working')
  await runAll(Number.MAX_SAFE_INTEGER)
}

main().catch((error: unknown) => {
  console.error(error)
  process.exit(3)
})
