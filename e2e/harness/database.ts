import { Pool } from 'pg'
import { primaryOn, type Primary } from '@/db/handles'

/** Connects to the portal's database as the application's role, to create rows for a test and to check what a click has changed. */
export function usePortalDatabase(): { db: () => Primary } {
  let pool: Pool
  beforeAll(() => {
    pool = new Pool({ connectionString: process.env.TEST_DATABASE_URL, max: 2 })
  })
  afterAll(() => pool.end())
  return { db: () => primaryOn(pool) }
}
