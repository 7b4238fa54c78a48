import { spawn, type ChildProcess } from 'node:child_process'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { sql } from 'drizzle-orm'
import { Pool } from 'pg'
import { primaryOn, type Primary } from '@/db/handles'
import type { OutboxSettings } from '@/lib/outbox/settings'
import { REPO_ROOT } from '@/scripts/repo-root'
import { fakeResend, type FaultRates } from './fake-resend'
import { plantSends } from './plant'

export type Soak = {
  databaseUrl: string
  sends: number
  kills: number
  perSecond: number
  limitMs: number
  faults?: FaultRates
  retryAfterSeconds?: number
  /** Called from time to time with the progress. */
  onProgress?: (accepted: number, killed: number) => void
}

const FAULTS: FaultRates = { limited: 0.01, failed: 0.06, hangs: 0.02, acceptsAndDrops: 0.06 }

/** Shorter leases and waits than in production, so that retries that would take hours take a minute. */
const SETTINGS: OutboxSettings = {
  concurrency: 16,
  leaseMs: 3_000,
  timeoutMs: 1_000,
  triesMax: 40,
  backoffMs: 50,
  backoffMsMax: 1_000,
  idleMs: 50,
}

/** The provider's counts are read often, the database's rarely, because counting there slows the worker down. */
const POLL_MS = 20
const COUNT_MS = 1_000

export type Outcome = {
  seconds: number
  /** Over the whole run, including the kills, hangs and waits. */
  sendsPerSecond: number
  killed: number
  states: Record<string, number>
  recorded: number
  /** Deliveries that the provider never accepted, and those that it accepted more than once. */
  lost: number
  doubled: number
  /** How the provider answered, by kind of answer. */
  provider: Record<string, number>
}

/** Sends `sends` e-mails to a provider that often fails, while the worker is killed with SIGKILL `kills` times. */
export async function soak({
  databaseUrl,
  sends,
  kills,
  perSecond,
  limitMs,
  faults = FAULTS,
  retryAfterSeconds = 0.5,
  onProgress,
}: Soak): Promise<Outcome> {
  const pool = new Pool({ connectionString: databaseUrl, max: 4 })
  const db = primaryOn(pool)
  const resend = await fakeResend(faults, { retryAfterSeconds })
  const worker = startWorker(databaseUrl, { baseUrl: resend.url, perSecond, settings: SETTINGS })
  try {
    const ids = await plantSends(db, sends)
    const started = Date.now()
    let killed = 0
    for (let counted = started, open = sends; open > 0 && Date.now() - started < limitMs; await sleep(POLL_MS)) {
      if (killed < kills && resend.accepted.size >= ((killed + 1) * sends) / (kills + 1)) {
        await worker.kill()
        killed += 1
      }
      if (Date.now() - counted < COUNT_MS) continue
      open = await openCount(db)
      counted = Date.now()
      onProgress?.(resend.accepted.size, killed)
    }
    const seconds = (Date.now() - started) / 1000
    await worker.stop()
    const per = new Map<string, number>()
    for (const { deliveryId } of resend.accepted.values()) per.set(deliveryId, (per.get(deliveryId) ?? 0) + 1)
    return {
      seconds,
      sendsPerSecond: sends / seconds,
      killed,
      states: await statesOf(db),
      recorded: await recordedCount(db),
      lost: ids.filter((id) => !per.has(id)).length,
      doubled: [...per.values()].filter((times) => times > 1).length,
      provider: resend.answers,
    }
  } finally {
    await worker.stop()
    await resend.close()
    await pool.end()
  }
}

/** Starts a worker process, which `kill` replaces by a new one. */
function startWorker(databaseUrl: string, options: object) {
  const start = (): ChildProcess =>
    spawn(
      process.execPath,
      ['--import', 'tsx', path.join(REPO_ROOT, 'scripts/soak/worker.ts'), JSON.stringify(options)],
      {
        cwd: REPO_ROOT,
        env: { ...process.env, DATABASE_URL: databaseUrl, LOG_LEVEL: 'silent' },
        stdio: ['ignore', 'ignore', 'inherit'],
      },
    )
  let child = start()
  const exited = (worker: ChildProcess) =>
    new Promise<void>((done) =>
      worker.exitCode === null && worker.signalCode === null ? worker.once('exit', () => done()) : done(),
    )
  const end = async (signal: 'SIGKILL' | 'SIGTERM') => {
    child.kill(signal)
    await exited(child)
  }
  return {
    kill: async () => {
      await end('SIGKILL')
      child = start()
    },
    stop: () => end('SIGTERM'),
  }
}

const count = async (db: Primary, query: ReturnType<typeof sql>) =>
  (await db.execute<{ n: number }>(query)).rows[0]?.n ?? 0

const openCount = (db: Primary) =>
  count(db, sql`select count(*)::int as n from outbox where state in ('waiting', 'sending')`)

const recordedCount = (db: Primary) => count(db, sql`select count(*)::int as n from interactions where kind = 'sent'`)

async function statesOf(db: Primary): Promise<Record<string, number>> {
  const { rows } = await db.execute<{ state: string; n: number }>(
    sql`select state, count(*)::int as n from outbox group by state`,
  )
  return Object.fromEntries(rows.map(({ state, n }) => [state, n]))
}
