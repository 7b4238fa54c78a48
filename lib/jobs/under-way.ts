import { type Column, type SQL, sql } from 'drizzle-orm'
import type { Queue } from './queues'

/** An SQL condition: a job with this id in its data is waiting, running, or will be retried. */
export const isUnderWay = (queue: Queue, name: string, id: Column): SQL =>
  sql`exists (select from pgboss.job where job.name = ${queue} and job.state < 'completed' and job.data ->> ${name} = ${id}::text)`
