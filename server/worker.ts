import type { JobWithMetadata } from 'pg-boss'
import { log } from '@/lib/log'
import { closeJobQueue, jobQueue } from '@/lib/jobs/boss'
import { HANDLERS, type JobHandler, ON_START, SERVICES } from './jobs'
import type { Queue } from '@/lib/jobs/queues'

/** Starts to run the jobs of all queues in this process. */
export async function startWorker(): Promise<void> {
  const boss = await jobQueue()
  for (const [queue, handle] of Object.entries(HANDLERS) as [Queue, JobHandler][]) {
    await boss.work(
      queue,
      { pollingIntervalSeconds: 1, batchSize: 1, includeMetadata: true },
      async ([job]: JobWithMetadata<Record<string, string>>[]) => {
        if (job)
          await attempt(queue, job.id, () =>
            handle(job.data, { signal: job.signal, isLast: job.retryCount >= job.retryLimit }),
          )
      },
    )
  }
  for (const run of ON_START) await run()
  for (const { start } of SERVICES) start()
  log.info({ queues: Object.keys(HANDLERS) }, 'the worker is ready')
}

export async function stopWorker(): Promise<void> {
  await Promise.all([closeJobQueue(), ...SERVICES.map(({ stop }) => stop())])
}

/** Logs the error of a job; the queue then tries the job again. */
async function attempt(queue: Queue, jobId: string, work: () => Promise<void>): Promise<void> {
  try {
    await work()
  } catch (error) {
    log.error({ err: error, queue, jobId }, 'a job failed')
    throw error
  }
}
