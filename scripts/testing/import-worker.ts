import { database, databasePool } from '@/db/client'
import { runImport } from '@/lib/imports/run-import'

/** A worker process that runs one import in batches of a fixed size, for tests that kill it. */
runImport(database(), process.argv[2] ?? '', { batchRows: Number(process.argv[3]) })
  .then(() => databasePool().end())
  .catch((error: unknown) => {
    console.error(error)
    process.exitCode = 1
  })
