import { sql } from 'drizzle-orm'
import { fromDrizzle, PgBoss } from 'pg-boss'
import type { Db } from '@/db/client'
import { env } from '@/lib/env'
import { log } from '@/lib/log'
import type { Queue } from './queues'

const shared = globalThis as typeof globalThis & { retratoBoss?: Promise<PgBoss> | undefined }

async function open(): Promise<PgBoss> {
  const works = env().WORKER !== 'off'
  const boss = new PgBoss({
    connectionString: env().DATABASE_URL,
    schema: 'pgboss',
    // The tables and queues are made by the migration, as their owner.
    migrate: false,
    createSchema: false,
    reindex: false,
    supervise: works,
    schedule: works,
    max: 3,
  })
  boss.on('error', (error) => log.error({ err: error }, 'the job queue failed'))
  return boss.start()
}

/** The job queue of this process, opened on first use. */
export function jobQueue(): Promise<PgBoss> {
  shared.retratoBoss ??= open().catch((error: unknown) => {
    shared.retratoBoss = undefined
    throw error
  })
  return shared.retratoBoss
}

/** Puts a job in the queue, in the caller's transaction: a rolled back command leaves none. `key` keeps one of its kind waiting. */
export async function enqueue(tx: Db, queue: Queue, data: Record<string, string>, key?: string): Promise<void> {
  const boss = await jobQueue()
  await boss.send(queue, data, { db: fromDrizzle(tx, sql), ...(key && { singletonKey: key }) })
}

/** Lets running jobs finish for a moment; what is left goes back to its queue. */
export async function closeJobQueue(): Promise<void> {
  const opened = shared.retratoBoss
  shared.retratoBoss = undefined
  if (opened) await (await opened).stop({ graceful: true, timeout: 5_000 })
}
