import { parseArgs } from 'node:util'
import { migrateSchema } from '@/scripts/database/migrate-schema'
import { withOwner } from '@/scripts/database/owner'
import { CliError, reasonOf } from '@/scripts/cli-error'
import { webEnvironment } from '@/scripts/portal/environment'
import { secrets } from '@/scripts/secrets'

const USAGE = 'Usage: npm run duplicates -- --full'

/** `npm run duplicates -- --full`: compares all customers and saves the pairs who are probably the same one, as the nightly job does. */
withOwner(async (ownerUrl) => {
  const { values } = parseArgs({ options: { full: { type: 'boolean' } } })
  if (!values.full) throw new CliError(USAGE)
  const own = secrets()
  const role = await migrateSchema(ownerUrl, own.appRolePassword)
  const env = webEnvironment({ appUrl: 'http://localhost:3000', databaseUrl: role.url, demo: false, secrets: own })
  Object.assign(process.env, env, { WORKER: 'off' })
  // Imported only after the environment is set, because its modules read it when they load.
  const { database, databasePool } = await import('@/db/client')
  const { findAllDuplicates } = await import('@/lib/duplicates/find/full-pass')
  try {
    console.log(await findAllDuplicates(database('jobs'), { print: (line) => console.error(line) }))
  } finally {
    await databasePool('jobs').end()
  }
}).catch((error: unknown) => {
  console.error(reasonOf(error))
  process.exitCode = 1
})
