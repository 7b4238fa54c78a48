import { mkdirSync, openSync } from 'node:fs'
import path from 'node:path'
import { Pool } from 'pg'
import { primaryOn, type Primary } from '@/db/handles'
import { REPO_ROOT } from '@/scripts/repo-root'
import { ensureDatabase, withClient } from '@/scripts/database/databases'
import { migrateSchema } from '@/scripts/database/migrate-schema'
import { freePort } from '@/scripts/postgres/server'
import { ownPortal } from '../own-portal'

const DATABASE = 'retrato_matrix'

export type Portal = { url: string; db: Primary; pool: Pool; stop: () => Promise<void> }

/**
 * Starts a portal with a separate database, so that only the requests of this test can change it.
 * `db` connects as the owner, which also sees the tables that the application's role cannot touch.
 */
export async function openPortal(prepare: (db: Primary) => Promise<void>): Promise<Portal> {
  const shared = process.env.TEST_OWNER_URL ?? ''
  const ownerUrl = Object.assign(new URL(shared), { pathname: `/${DATABASE}` }).href
  await withClient(shared, (client) => client.query(`drop database if exists ${DATABASE} with (force)`))
  await ensureDatabase(shared, DATABASE)
  const role = await migrateSchema(ownerUrl, 'only for this run')
  const pool = new Pool({ connectionString: ownerUrl, max: 2 })
  const db = primaryOn(pool)
  await prepare(db)
  const { url, stop } = await ownPortal(await freePort(0), { DATABASE_URL: role.url }, log())
  return { url, db, pool, stop: async () => void (await Promise.all([stop(), pool.end()])) }
}

/** The portal logs thousands of refused requests, so its log is a file instead of the output of the tests. */
function log(): number {
  const folder = path.join(REPO_ROOT, 'test-results')
  mkdirSync(folder, { recursive: true })
  return openSync(path.join(folder, 'matrix-web.log'), 'w')
}
