import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { migrateSchema } from '@/scripts/database/migrate-schema'
import { withOwner } from '@/scripts/database/owner'
import { CliError, reasonOf } from '@/scripts/cli-error'
import { webEnvironment } from '@/scripts/portal/environment'
import { secrets } from '@/scripts/secrets'
import { createPrivateFiles } from '@/lib/storage/private-files'

const USAGE =
  'Usage: npm run import -- <file.csv> [--kind purchases] [--source erp] [--mapping columns.json] [--keep-columns]'

createPrivateFiles()

/** `npm run import -- <path>`: imports a CSV file from the server's disk as an admin, with the same code as the portal. */
withOwner(async (ownerUrl) => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      kind: { type: 'string' },
      source: { type: 'string' },
      mapping: { type: 'string' },
      'keep-columns': { type: 'boolean' },
    },
  })
  const [file] = positionals
  if (!file) throw new CliError(USAGE)
  const own = secrets()
  const role = await migrateSchema(ownerUrl, own.appRolePassword)
  const env = webEnvironment({ appUrl: 'http://localhost:3000', databaseUrl: role.url, demo: false, secrets: own })
  Object.assign(process.env, env, { WORKER: 'off' })
  // Imported only after the environment is set, because its modules read it when they load.
  const { importFile } = await import('@/scripts/import/import-file')
  const { KIND_NAMES, kindIn } = await import('@/lib/imports/kinds/columns')
  if (values.kind && !KIND_NAMES.some((kind) => kind === values.kind))
    throw new CliError(`--kind expects one of ${KIND_NAMES.join(', ')}.`)
  const mapping = values.mapping
    ? (JSON.parse(readFileSync(values.mapping, 'utf8')) as Record<string, string>)
    : undefined
  const counts = await importFile(
    file,
    { kind: kindIn(values.kind), source: values.source, mapping, keepColumns: values['keep-columns'] },
    (line) => console.error(line),
  )
  console.log(counts)
}).catch((error: unknown) => {
  console.error(reasonOf(error))
  process.exitCode = 1
})
