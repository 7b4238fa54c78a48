import { sql } from 'drizzle-orm'
import { fromDrizzle, PgBoss } from 'pg-boss'
import type { Primary } from '@/db/handles'
import { env } from '@/lib/env'
import { log } from '@/lib/log'
import type { Queue } from './queues'

const shared = globalThis as typeof globalThis & { retratoBoss?: Promise<PgBoss> | undefined }

async function open(): Promise<PgBoss> {
  const works = env().WORKER !== 'off'
  const boss = new PgBoss({
    connectionString: env().DATABASE_URL,
    schema: 'pgboss',
    // The migration creates the tables and queues, as their owner.
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

/** The job queue of this process; the first call opens it. */
export function jobQueue(): Promise<PgBoss> {
  shared.retratoBoss ??= open().catch((error: unknown) => {
    shared.retratoBoss = undefined
    throw error
  })
  return shared.retratoBoss
}

/** Adds a job in the caller's transaction, so that a command that is rolled back adds none. While a job with the same `key` is waiting, no other is added. */
export async function enqueue(tx: Primary, queue: Queue, data: Record<string, string>, key?: string): Promise<void> {
  const boss = await jobQueue()
  await boss.send(queue, data, { db: fromDrizzle(tx, sql), ...(key && { singletonKey: key }) })
}

/** Gives running jobs a moment to finish; the others go back to their queues. */
export async function closeJobQueue(): Promise<void> {
  const opened = shared.retratoBoss
  shared.retratoBoss = undefined
  if (opened) await (await opened).stop({ graceful: true, timeout: 5_000 })
}
