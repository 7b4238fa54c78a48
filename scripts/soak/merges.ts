import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { sql } from 'drizzle-orm'
import { Pool } from 'pg'
import { primaryOn, type Primary } from '@/db/handles'
import { brokenInvariants } from '@/lib/testing/merges/invariants'
import { aWorld } from '@/lib/testing/merges/world'
import { randomOf } from '@/lib/values/random'
import { REPO_ROOT } from '@/scripts/repo-root'

type MergeSoak = {
  databaseUrl: string
  kills: number
  seed: string
  /** Called after each kill. */
  onProgress?: (killed: number) => void
}

export type MergeOutcome = {
  /** Kills of the process, and kills of a Postgres backend, after which Postgres recovers from a crash. */
  killed: { process: number; postgres: number }
  merges: number
  undone: number
  events: number
  /** The broken rules of the first kill after which there were any. */
  broken: string[]
}

const CUSTOMERS = 5
const WORKERS = 4
const RUN_MS_MAX = 800
const RECOVERY_MS_MAX = 30_000

/** Kills the process that merges customers, and Postgres, in turns; checks every invariant after each kill. */
export async function soakMerges({ databaseUrl, kills, seed, onProgress }: MergeSoak): Promise<MergeOutcome> {
  const pool = new Pool({ connectionString: databaseUrl, max: 2 })
  // Postgres breaks the idle connections too when one of its backends is killed.
  pool.on('error', () => undefined)
  const db = primaryOn(pool)
  const random = randomOf(seed)
  const killed = { process: 0, postgres: 0 }
  const world = await aWorld(db, CUSTOMERS)
  const start = (round: number) =>
    startWorker({
      databaseUrl,
      ids: world.ids,
      userId: world.viewer.userId,
      seed: `${seed}-${round}`,
      workers: WORKERS,
    })
  let next = start(0)
  try {
    for (let round = 0; round < kills; round++) {
      const worker = next
      await worker.ready
      next = start(round + 1)
      worker.process.stdin!.write('go\n')
      await worker.working()
      await sleep(random.int(RUN_MS_MAX / 4, RUN_MS_MAX))
      if (round % 2 && (await killBackend(db))) killed.postgres += 1
      else killed.process += 1
      await end(worker.process)
      await untilIdle(db)
      onProgress?.(round + 1)
      const broken = await brokenInvariants(db)
      if (broken.length) return { killed, ...(await totals(db)), broken }
    }
    return { killed, ...(await totals(db)), broken: [] }
  } finally {
    await end(next.process)
    await pool.end()
  }
}

function startWorker(options: object) {
  const child = spawn(
    process.execPath,
    ['--import', 'tsx', path.join(REPO_ROOT, 'scripts/soak/merge-worker.ts'), JSON.stringify(options)],
    { cwd: REPO_ROOT, env: { ...process.env, LOG_LEVEL: 'silent' }, stdio: ['pipe', 'pipe', 'inherit'] },
  )
  return { process: child, ready: once(child.stdout, 'data'), working: () => once(child.stdout, 'data') }
}

/** @throws Error when the process had ended before, because an operation failed. */
async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) throw new Error(`the worker ended with code ${child.exitCode}`)
  const exited = once(child, 'exit')
  child.kill('SIGKILL')
  await exited
}

/** Kills one of the backends that work for the worker with SIGKILL. Postgres then restarts all of them and recovers from its log. */
async function killBackend(db: Primary): Promise<boolean> {
  const { rows } = await db.execute<{ pid: number }>(sql`select pid from pg_stat_activity
    where datname = current_database() and pid <> pg_backend_pid() and state in ('active', 'idle in transaction') limit 1`)
  if (!rows[0]) return false
  process.kill(rows[0].pid, 'SIGKILL')
  return true
}

/** Waits until Postgres accepts connections, and the backends of the killed process have rolled back. */
async function untilIdle(db: Primary): Promise<void> {
  for (const until = Date.now() + RECOVERY_MS_MAX; ; await sleep(20)) {
    try {
      const { rows } = await db.execute(sql`select 1 from pg_stat_activity
        where datname = current_database() and pid <> pg_backend_pid() and state in ('active', 'idle in transaction')`)
      if (!rows.length) return
    } catch (error) {
      if (Date.now() > until) throw error
    }
  }
}

async function totals(db: Primary) {
  const { rows } = await db.execute<{ merges: number; undone: number; events: number }>(sql`select
    (select count(*)::int from merges) as merges, (select count(*)::int from merges where undone_at is not null) as undone,
    (select count(*)::int from audit_events) as events`)
  return rows[0]!
}
