import { withOwner } from '@/scripts/database/owner'
import { migrateSchema } from '@/scripts/database/migrate-schema'
import { secrets } from '@/scripts/secrets'
import { reasonOf } from '@/scripts/cli-error'

/** `npm run db:migrate`: migrates `DATABASE_URL` (as its owner), or the embedded database, to the newest schema. */
withOwner(async (ownerUrl) => {
  const role = await migrateSchema(ownerUrl, secrets().appRolePassword)
  console.log(`The schema is current; the application connects as ${role.name}.`)
}).catch((error: unknown) => {
  console.error(reasonOf(error))
  process.exitCode = 1
})
