import { database, databasePool } from '@/db/client'
import { seedDemo } from '@/lib/demo/seed-demo'
import { closeJobQueue } from '@/lib/jobs/boss'

/** A process of its own, in the web process' environment; prints what it did in one line. */
seedDemo(database('jobs'))
  .then((made) => console.log(made ? `Demo data: ${made} customers` : 'Demo data: kept as it was'))
  .finally(() => Promise.all([closeJobQueue(), databasePool('jobs').end()]))
