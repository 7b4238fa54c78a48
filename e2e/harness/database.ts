import { drizzle } from 'drizzle-orm/node-postgres'
import { Pool } from 'pg'
import type { Db } from '@/db/client'
import * as schema from '@/db/schema'

/** The portal's database, as the application's role: to make rows of a test's own and to look at what a click left behind. */
export function usePortalDatabase(): { db: () => Db } {
  let pool: Pool
  beforeAll(() => {
    pool = new Pool({ connectionString: process.env.TEST_DATABASE_URL, max: 2 })
  })
  afterAll(() => pool.end())
  return { db: () => drizzle(pool, { schema }) }
}
