import { type Column, type SQL, sql } from 'drizzle-orm'
import type { Queue } from './queues'

/** For a WHERE: whether a job whose data names this id waits, is to be tried again or is being worked on. */
export const isUnderWay = (queue: Queue, name: string, id: Column): SQL =>
  sql`exists (select from pgboss.job where job.name = ${queue} and job.state < 'completed' and job.data ->> ${name} = ${id}::text)`
