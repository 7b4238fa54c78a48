import { database, databasePool } from '@/db/client'
import { seedDemo } from '@/lib/demo/seed-demo'
import { closeJobQueue } from '@/lib/jobs/boss'

/** A separate process with the environment of the web process. Prints its result in one line. */
seedDemo(database('jobs'))
  .then((count) => console.log(count ? `Demo data: ${count} customers` : 'Demo data: kept as it was'))
  .finally(() => Promise.all([closeJobQueue(), databasePool('jobs').end()]))
