import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { sql } from 'drizzle-orm'
import { Pool } from 'pg'
import { primaryOn, type Primary } from '@/db/handles'
import { customers, scheduledStatusChanges, users } from '@/db/schema'
import { verifyAudit } from '@/lib/audit/verify'
import { ZONE_RULES } from '@/lib/pipeline/zone-rules'
import { newCustomerId, newId } from '@/lib/values/ids'
import { REPO_ROOT } from '@/scripts/repo-root'

type PipelineSoak = { databaseUrl: string; changes: number; kills: number; workers: number }

export type PipelineOutcome = {
  seconds: number
  killed: number
  /** Scheduled changes that are recorded as executed. */
  executed: number
  /** Entries of the history about executed changes, and changes that have more than one. */
  events: number
  doubled: number
  /** Customers with the scheduled status. */
  customers: number
  isChainWhole: boolean
}

const BATCH = 1_000
const POLL_MS = 20

/** Plants changes that are due at once, and lets workers execute them, one of which is killed after each share of the changes. */
export async function soakPipeline({ databaseUrl, changes, kills, workers }: PipelineSoak): Promise<PipelineOutcome> {
  const pool = new Pool({ connectionString: databaseUrl, max: 2 })
  const db = primaryOn(pool)
  await plantChanges(db, changes)
  const running = Array.from({ length: workers }, () => startWorker(databaseUrl))
  const started = Date.now()
  let killed = 0
  for (;;) {
    const { executed } = await totals(db)
    if (executed >= changes) break
    if (killed < kills && executed >= ((killed + 1) * changes) / (kills + 1)) {
      const at = killed % workers
      await kill(running[at]!)
      running[at] = startWorker(databaseUrl)
      killed += 1
    }
    await sleep(POLL_MS)
  }
  const seconds = (Date.now() - started) / 1000
  await Promise.all(running.map((worker) => worker.exitCode ?? once(worker, 'exit')))
  const { first } = await verifyAudit(db)
  const counted = await totals(db)
  await pool.end()
  return { seconds, killed, ...counted, isChainWhole: !first }
}

function startWorker(databaseUrl: string): ChildProcess {
  const worker = path.join(REPO_ROOT, 'scripts/soak/pipeline-worker.ts')
  return spawn(process.execPath, ['--import', 'tsx', worker, JSON.stringify({ databaseUrl })], {
    cwd: REPO_ROOT,
    env: { ...process.env, LOG_LEVEL: 'silent' },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
}

/** A worker that is not needed any more has ended by itself. */
async function kill(worker: ChildProcess): Promise<void> {
  if (worker.exitCode !== null) return
  const exited = once(worker, 'exit')
  worker.kill('SIGKILL')
  await exited
}

async function plantChanges(db: Primary, count: number): Promise<void> {
  const createdBy = newId()
  await db.insert(users).values({ id: createdBy, name: 'Soak', email: 'soak@example.com', role: 'agent', scope: 'all' })
  const dueAt = new Date(Date.now() - 60_000)
  const localAt = dueAt.toISOString().slice(0, 16)
  for (let planted = 0; planted < count; planted += BATCH) {
    const people = Array.from({ length: Math.min(BATCH, count - planted) }, () => ({
      id: newCustomerId(),
      kind: 'person' as const,
      name: 'Soak',
    }))
    await db.insert(customers).values(people)
    const changes = people.map(({ id: customerId }) => ({
      ...{ customerId, id: newId(), status: 'won' as const, localAt, timeZone: 'UTC' },
      ...{ dueAt, zoneRules: ZONE_RULES, createdBy },
    }))
    await db.insert(scheduledStatusChanges).values(changes)
  }
}

async function totals(db: Primary) {
  const { rows } = await db.execute<Pick<PipelineOutcome, 'executed' | 'events' | 'doubled' | 'customers'>>(sql`select
    (select count(*)::int from scheduled_status_changes where outcome = 'executed') as executed,
    (select count(*)::int from audit_events where event = 'customer.schedule_executed') as events,
    (select count(*)::int from (select 1 from audit_events where event = 'customer.schedule_executed'
      group by customer_id, subject having count(*) > 1) twice) as doubled,
    (select count(*)::int from customers where pipeline_status = 'won') as customers`)
  return rows[0]!
}
