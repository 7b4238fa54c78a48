import { databasePool, database } from '@/db/client'
import { seedDemo } from '@/db/seed/demo'

/** Run as a process of its own, with the web process' environment; says in one line what it did. */
seedDemo(database('jobs'))
  .then((made) => console.log(made ? `Demo data: ${made} customers` : 'Demo data: kept as it was'))
  .finally(() => databasePool('jobs').end())
