import { randomBytes } from 'node:crypto'
import { dropDatabase, dropRole, ensureDatabase } from '@/scripts/database/databases'
import { migrateSchema } from '@/scripts/database/migrate-schema'
import { type Cluster, openCluster, openThrowawayCluster } from '@/scripts/postgres/cluster'
import { ensurePdfPrograms } from '@/lib/testing/pdf-programs'

type Running = { cluster: Cluster; databases: string[]; role: string }
const shared = globalThis as typeof globalThis & { retratoTests?: Running }

/**
 * Creates one migrated database for the whole run, and a template for test files that need a database of their own.
 * `TEST_DATABASE_URL` connects as the application's role, `TEST_OWNER_URL` as the owner.
 * `RETRATO_TEST_PG=keep` leaves the server running for the next run; the databases are dropped in any case.
 */
export default async function setup(): Promise<void> {
  ensurePdfPrograms()
  const warm = process.env.RETRATO_TEST_PG === 'keep'
  const cluster = warm
    ? await openCluster({ dir: 'test-postgres', fast: true, ending: 'stay' })
    : await openThrowawayCluster()
  const template = `test_${randomBytes(5).toString('hex')}`
  const database = `${template}_run`
  await ensureDatabase(cluster.url('postgres'), template)
  const role = await migrateSchema(cluster.url(template), randomBytes(16).toString('hex'))
  await ensureDatabase(cluster.url('postgres'), database, template)
  shared.retratoTests = { cluster, databases: [template, database], role: role.name }
  const appUrl = new URL(role.url)
  appUrl.pathname = `/${database}`
  Object.assign(process.env, testEnvironment(cluster.url(database), appUrl.href), { TEST_TEMPLATE: template })
}

export async function teardown(): Promise<void> {
  const running = shared.retratoTests
  if (!running) return
  const admin = running.cluster.url('postgres')
  for (const database of running.databases) await dropDatabase(admin, database)
  await dropRole(admin, running.role)
  await running.cluster.watchdog.release()
}

function testEnvironment(ownerUrl: string, appUrl: string): Record<string, string> {
  return {
    TEST_OWNER_URL: ownerUrl,
    TEST_DATABASE_URL: appUrl,
    DATABASE_URL: appUrl,
    APP_URL: 'http://localhost:3000',
    AUTH_SECRET: randomBytes(32).toString('base64'),
    DATA_KEY: randomBytes(32).toString('base64'),
    LOG_LEVEL: 'silent',
    WORKER: 'off',
  }
}
