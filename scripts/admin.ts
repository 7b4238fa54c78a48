import { migrateSchema } from '@/scripts/database/migrate-schema'
import { withOwner } from '@/scripts/database/owner'
import { CliError, reasonOf } from '@/scripts/cli-error'
import { webEnvironment } from '@/scripts/portal/environment'
import { runNode } from '@/scripts/portal/run'
import { secrets } from '@/scripts/secrets'

/** `npm run admin -- <e-mail> <name>`: creates the first admin in a database without demo data, and prints the link to set the password. */
withOwner(async (ownerUrl) => {
  const [email, ...name] = process.argv.slice(2)
  if (!email?.includes('@') || !name.length) throw new CliError('Usage: npm run admin -- <e-mail> <name>')
  const own = secrets()
  const role = await migrateSchema(ownerUrl, own.appRolePassword)
  const env = webEnvironment({ appUrl: 'http://localhost:3000', databaseUrl: role.url, demo: false, secrets: own })
  const output = await runNode(
    ['--import', 'tsx', 'scripts/database/first-admin.ts', email, name.join(' ')],
    env,
    () => undefined,
  )
  console.log(output.trim())
}).catch((error: unknown) => {
  console.error(reasonOf(error))
  process.exitCode = 1
})
