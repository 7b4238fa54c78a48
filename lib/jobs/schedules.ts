import { env } from '@/lib/env'
import { jobQueue } from './boss'
import type { Queue } from './queues'

/** Cron expressions in the company's time zone. */
const SCHEDULES: Partial<Record<Queue, string>> = {
  'change-statuses': '* * * * *',
  'expire-acceptances': '*/5 * * * *',
  'close-idle-interactions': '*/5 * * * *',
  'generate-agenda': '0 4 * * *',
  'settle-agenda': '5,35 * * * *',
  'merge-duplicates': '*/10 * * * *',
  'find-duplicates': '* * * * *',
  'find-all-duplicates': '0 3 * * *',
  'archive-documents': '30 2 * * *',
  'seal-audit': '15 * * * *',
  sweep: '45 * * * *',
}

/** Sets the recurring jobs. A job that fell due while no worker was running runs once. May be repeated. */
export async function scheduleJobs(): Promise<void> {
  const boss = await jobQueue()
  for (const [queue, cron] of Object.entries(SCHEDULES)) {
    await boss.schedule(queue, cron, {}, { tz: env().COMPANY_TIME_ZONE, missed: 'once' })
  }
}
