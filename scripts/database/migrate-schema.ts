import { drizzle } from 'drizzle-orm/node-postgres'
import { migrate } from 'drizzle-orm/node-postgres/migrator'
import path from 'node:path'
import { ADVISORY_LOCKS } from '@/db/advisory-locks'
import { Client } from 'pg'
import { REPO_ROOT } from '@/scripts/repo-root'
import { type AppRole, grantAppRole } from '@/scripts/database/app-role'
import { createQueues } from '@/scripts/database/job-queues'

/**
 * Migrates a database to the newest schema, and creates its job queues and the application's role.
 * Several processes may call this at once: a lock makes them wait for the first one, and then there is nothing left to do.
 */
export async function migrateSchema(ownerUrl: string, appRolePassword: string): Promise<AppRole> {
  const lock = new Client({ connectionString: ownerUrl })
  await lock.connect()
  try {
    await lock.query('select pg_advisory_lock($1)', [ADVISORY_LOCKS.migrations])
    await runMigrations(ownerUrl)
    await createQueues(ownerUrl)
    return await grantAppRole(lock, ownerUrl, appRolePassword)
  } finally {
    await lock.end()
  }
}

async function runMigrations(ownerUrl: string): Promise<void> {
  const client = new Client({ connectionString: ownerUrl, options: '-c client_min_messages=warning' })
  await client.connect()
  try {
    await migrate(drizzle(client), { migrationsFolder: path.join(REPO_ROOT, 'db/migrations') })
  } finally {
    await client.end()
  }
}
