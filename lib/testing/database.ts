import { drizzle } from 'drizzle-orm/node-postgres'
import type { Pool } from 'pg'
import { ownDatabase } from './own-database'
import { asPrimary, primaryOn, type Primary } from '@/db/handles'
import { openPool } from '@/db/pool'

class RolledBack extends Error {}

/**
 * A database for one test file: `db()` is a transaction that is rolled back after each test. `pool()` gives real
 * connections, for tests of concurrency. What they commit is visible to the later tests of the file.
 */
export function useTestDatabase() {
  let own: Awaited<ReturnType<typeof ownDatabase>>
  let pool: Pool
  let current: Primary | undefined
  let release: () => void
  let closed: Promise<void>

  beforeAll(async () => {
    own = await ownDatabase()
    pool = openPool({ connectionString: own.url, max: 40 })
  })
  beforeEach(async () => {
    await new Promise<void>((ready, broken) => {
      closed = drizzle(pool)
        .transaction(async (tx) => {
          current = asPrimary(tx)
          ready()
          await new Promise<void>((end) => (release = end))
          throw new RolledBack()
        })
        .catch((error: unknown) => {
          if (!(error instanceof RolledBack)) broken(error)
        })
    })
  })
  afterEach(async () => {
    release()
    await closed
  })
  afterAll(async () => {
    // `end` does not wait until the connections are closed, and dropping the database would interrupt that.
    pool.on('error', () => undefined)
    await pool.end()
    await own.drop()
  })

  return {
    db: (): Primary => {
      if (!current) throw new Error('db() is there only inside a test')
      return current
    },
    /** Connection string of this file's database, for a pool with other limits. */
    url: (): string => own.url,
    pool: (): Primary => primaryOn(pool),
  }
}
