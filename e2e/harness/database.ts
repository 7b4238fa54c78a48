import { Pool } from 'pg'
import { primaryOn, type Primary } from '@/db/handles'

/** The portal's database, as the application's role: to make rows of a test's own and to look at what a click left behind. */
export function usePortalDatabase(): { db: () => Primary } {
  let pool: Pool
  beforeAll(() => {
    pool = new Pool({ connectionString: process.env.TEST_DATABASE_URL, max: 2 })
  })
  afterAll(() => pool.end())
  return { db: () => primaryOn(pool) }
}
