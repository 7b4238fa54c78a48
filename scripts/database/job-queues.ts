import { PgBoss } from 'pg-boss'
import { QUEUE_OPTIONS, QUEUES } from '@/lib/jobs/queues'

/** Installs or upgrades the job tables and creates our queues. Only the owner of the database may do this. */
export async function createQueues(ownerUrl: string): Promise<void> {
  const boss = new PgBoss({ connectionString: ownerUrl, migrate: true, supervise: false, schedule: false, max: 2 })
  boss.on('error', (error) => {
    throw error
  })
  await boss.start()
  try {
    for (const queue of QUEUES) {
      const options = QUEUE_OPTIONS[queue]
      if (!(await boss.getQueue(queue))) await boss.createQueue(queue, options)
      else if (Object.keys(options).length) await boss.updateQueue(queue, options)
    }
  } finally {
    await boss.stop({ graceful: false })
  }
}
