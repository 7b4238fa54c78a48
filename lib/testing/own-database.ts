import { randomBytes } from 'node:crypto'
import { dropDatabase, ensureDatabase } from '@/scripts/database/databases'

/** Creates a copy of the migrated template, so that no test file sees what another one commits. */
export async function ownDatabase(): Promise<{ url: string; drop: () => Promise<void> }> {
  const owner = process.env.TEST_OWNER_URL ?? ''
  const name = `own_${randomBytes(6).toString('hex')}`
  await ensureDatabase(owner, name, process.env.TEST_TEMPLATE)
  const url = new URL(process.env.TEST_DATABASE_URL ?? '')
  url.pathname = `/${name}`
  return { url: url.href, drop: () => dropDatabase(owner, name) }
}
