import { env } from '@/lib/env'
import { jobQueue } from './boss'
import type { Queue } from './queues'

/** Cron expressions in the company's time zone. */
const SCHEDULES: Partial<Record<Queue, string>> = {
  'expire-acceptances': '*/5 * * * *',
  'archive-documents': '30 2 * * *',
  'seal-audit': '15 3 * * *',
  sweep: '45 * * * *',
}

/** Tells the queue what recurs; what fell due while nothing ran is done once. Safe to repeat. */
export async function scheduleJobs(): Promise<void> {
  const boss = await jobQueue()
  for (const [queue, cron] of Object.entries(SCHEDULES)) {
    await boss.schedule(queue, cron, {}, { tz: env().COMPANY_TIME_ZONE, missed: 'once' })
  }
}
