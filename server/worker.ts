import type { JobWithMetadata } from 'pg-boss'
import { log } from '@/lib/log'
import { closeJobQueue, jobQueue } from '@/lib/jobs/boss'
import { BESIDE, HANDLERS, ON_START, type JobHandler } from './jobs'
import type { Queue } from '@/lib/jobs/queues'

/** Starts working on every queue that has a handler, in this process. */
export async function startWorker(): Promise<void> {
  const boss = await jobQueue()
  for (const [queue, handle] of Object.entries(HANDLERS) as [Queue, JobHandler][]) {
    await boss.work(
      queue,
      { pollingIntervalSeconds: 1, batchSize: 1, includeMetadata: true },
      async ([job]: JobWithMetadata<Record<string, string>>[]) => {
        if (job)
          await attempt(queue, job.id, () =>
            handle(job.data, { signal: job.signal, last: job.retryCount >= job.retryLimit }),
          )
      },
    )
  }
  for (const look of ON_START) await look()
  for (const { start } of BESIDE) start()
  log.info({ queues: Object.keys(HANDLERS) }, 'the worker is ready')
}

export async function stopWorker(): Promise<void> {
  await Promise.all([closeJobQueue(), ...BESIDE.map(({ stop }) => stop())])
}

/** A job that throws is tried again by the queue; its reason stands in the log. */
async function attempt(queue: Queue, jobId: string, work: () => Promise<void>): Promise<void> {
  try {
    await work()
  } catch (error) {
    log.error({ err: error, queue, jobId }, 'a job failed')
    throw error
  }
}
