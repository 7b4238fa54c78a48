import { migrateSchema } from '@/scripts/database/migrate-schema'
import { withOwner } from '@/scripts/database/owner'
import { runSeed } from '@/scripts/database/run-seed'
import { webEnvironment } from '@/scripts/portal/environment'
import { secrets } from '@/scripts/secrets'
import { reasonOf } from '@/scripts/cli-error'
import { createPrivateFiles } from '@/lib/storage/private-files'

createPrivateFiles()

/** `npm run db:seed`: loads the demo data into `DATABASE_URL` (as its owner), or the embedded database, if it has no customers. */
withOwner(async (ownerUrl) => {
  const own = secrets()
  const role = await migrateSchema(ownerUrl, own.appRolePassword)
  const env = webEnvironment({ appUrl: 'http://localhost:3000', databaseUrl: role.url, demo: true, secrets: own })
  console.log(await runSeed(ownerUrl, env, () => undefined))
}).catch((error: unknown) => {
  console.error(reasonOf(error))
  process.exitCode = 1
})
