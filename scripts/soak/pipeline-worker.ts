import { Pool } from 'pg'
import { primaryOn } from '@/db/handles'
import { executeDueChanges } from '@/lib/pipeline/execute'

/** A worker that the soak of the pipeline kills. It executes what is due, again and again, and ends when nothing is left. */
const { databaseUrl } = JSON.parse(process.argv[2] ?? '{}') as { databaseUrl: string }

async function main(): Promise<void> {
  const pool = new Pool({ connectionString: databaseUrl, max: 2 })
  const db = primaryOn(pool)
  console.log('ready')
  for (let done = 1; done > 0;) {
    const { executed, failed } = await executeDueChanges(db, new Date())
    done = executed + failed
  }
  await pool.end()
}

main().catch((error: unknown) => {
  console.error(error)
  process.exit(1)
})
