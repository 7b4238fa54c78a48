import { spawn, type ChildProcess } from 'node:child_process'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { sql } from 'drizzle-orm'
import { Pool } from 'pg'
import { primaryOn, type Primary } from '@/db/handles'
import type { OutboxSettings } from '@/lib/outbox/settings'
import { REPO_ROOT } from '@/scripts/repo-root'
import { type Moods, resendStandIn } from './resend-stand-in'
import { plantSends } from './plant'

export type Soak = {
  databaseUrl: string
  sends: number
  kills: number
  perSecond: number
  limitMs: number
  moods?: Moods
  retryAfterSeconds?: number
  /** Told now and then how far it has come. */
  onProgress?: (accepted: number, killed: number) => void
}

const MOODS: Moods = { limited: 0.01, failed: 0.06, hangs: 0.02, acceptsAndDrops: 0.06 }

/** Short leases and waits, so that what takes hours in earnest takes a minute here. */
const SETTINGS: OutboxSettings = {
  concurrency: 16,
  leaseMs: 3_000,
  timeoutMs: 1_000,
  triesMax: 40,
  backoffMs: 50,
  backoffMsMax: 1_000,
  idleMs: 50,
}

/** The provider's side is looked at all the time, the database's rarely: counting it is work the worker waits for. */
const LOOK_MS = 20
const COUNT_MS = 1_000

export type Outcome = {
  seconds: number
  /** Over the whole of it, with the kills, the hangs and the waits. */
  sendsPerSecond: number
  killed: number
  states: Record<string, number>
  recorded: number
  /** Deliveries the provider never accepted, and those it accepted more than once. */
  lost: number
  doubled: number
  told: Record<string, number>
}

/** So many sends to a provider on a bad day, by a worker that is killed -9 again and again. */
export async function soak({
  databaseUrl,
  sends,
  kills,
  perSecond,
  limitMs,
  moods = MOODS,
  retryAfterSeconds = 0.5,
  onProgress,
}: Soak): Promise<Outcome> {
  const pool = new Pool({ connectionString: databaseUrl, max: 4 })
  const db = primaryOn(pool)
  const standIn = await resendStandIn(moods, { retryAfterSeconds })
  const worker = keepAlive(databaseUrl, { baseUrl: standIn.url, perSecond, settings: SETTINGS })
  try {
    const ids = await plantSends(db, sends)
    const started = Date.now()
    let killed = 0
    for (let counted = started, open = sends; open > 0 && Date.now() - started < limitMs; await sleep(LOOK_MS)) {
      if (killed < kills && standIn.accepted.size >= ((killed + 1) * sends) / (kills + 1)) {
        await worker.kill()
        killed += 1
      }
      if (Date.now() - counted < COUNT_MS) continue
      open = await openCount(db)
      counted = Date.now()
      onProgress?.(standIn.accepted.size, killed)
    }
    const seconds = (Date.now() - started) / 1000
    await worker.stop()
    const per = new Map<string, number>()
    for (const { deliveryId } of standIn.accepted.values()) per.set(deliveryId, (per.get(deliveryId) ?? 0) + 1)
    return {
      seconds,
      sendsPerSecond: sends / seconds,
      killed,
      states: await statesOf(db),
      recorded: await recordedCount(db),
      lost: ids.filter((id) => !per.has(id)).length,
      doubled: [...per.values()].filter((times) => times > 1).length,
      told: standIn.told,
    }
  } finally {
    await worker.stop()
    await standIn.close()
    await pool.end()
  }
}

/** A worker process that is started again whenever it was killed. */
function keepAlive(databaseUrl: string, given: object) {
  const start = (): ChildProcess =>
    spawn(
      process.execPath,
      ['--import', 'tsx', path.join(REPO_ROOT, 'scripts/soak/worker.ts'), JSON.stringify(given)],
      {
        cwd: REPO_ROOT,
        env: { ...process.env, DATABASE_URL: databaseUrl, LOG_LEVEL: 'silent' },
        stdio: ['ignore', 'ignore', 'inherit'],
      },
    )
  let child = start()
  const gone = (one: ChildProcess) =>
    new Promise<void>((done) =>
      one.exitCode === null && one.signalCode === null ? one.once('exit', () => done()) : done(),
    )
  const end = async (signal: 'SIGKILL' | 'SIGTERM') => {
    child.kill(signal)
    await gone(child)
  }
  return {
    kill: async () => {
      await end('SIGKILL')
      child = start()
    },
    stop: () => end('SIGTERM'),
  }
}

const count = async (db: Primary, what: ReturnType<typeof sql>) =>
  (await db.execute<{ n: number }>(what)).rows[0]?.n ?? 0

const openCount = (db: Primary) =>
  count(db, sql`select count(*)::int as n from outbox where state in ('waiting', 'sending')`)

const recordedCount = (db: Primary) => count(db, sql`select count(*)::int as n from interactions where kind = 'sent'`)

async function statesOf(db: Primary): Promise<Record<string, number>> {
  const { rows } = await db.execute<{ state: string; n: number }>(
    sql`select state, count(*)::int as n from outbox group by state`,
  )
  return Object.fromEntries(rows.map(({ state, n }) => [state, n]))
}
