import { drizzle } from 'drizzle-orm/node-postgres'
import { Pool } from 'pg'
import type { Db } from './client'
import * as schema from './schema'

class RolledBack extends Error {}

/**
 * A database for one test file: `db()` is a transaction that is rolled back after each test.
 * `pool()` gives real connections, for tests of concurrency: they commit, so they use rows of their own.
 */
export function useTestDatabase() {
  let pool: Pool
  let current: Db | undefined
  let release: () => void
  let closed: Promise<void>

  beforeAll(() => {
    pool = new Pool({ connectionString: process.env.TEST_DATABASE_URL, max: 40 })
  })
  beforeEach(async () => {
    await new Promise<void>((ready, broken) => {
      closed = drizzle(pool, { schema })
        .transaction(async (tx) => {
          current = tx
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
  afterAll(() => pool.end())

  return {
    db: (): Db => {
      if (!current) throw new Error('db() is there only inside a test')
      return current
    },
    pool: (): Db => drizzle(pool, { schema }),
  }
}
