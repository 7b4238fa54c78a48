import { type Column, type SQL, sql } from 'drizzle-orm'
import type { Queue } from './queues'

/** A condition for WHERE: a job with this id in its data is waiting, will be retried, or is running. */
export const isUnderWay = (queue: Queue, name: string, id: Column): SQL =>
  sql`exists (select from pgboss.job where job.name = ${queue} and job.state < 'completed' and job.data ->> ${name} = ${id}::text)`
