import { Pool } from 'pg'
import { primaryOn } from '@/db/handles'
import { firstHeadNotInHistory } from '@/lib/audit/compare-copy'
import { readCopiedHeads } from '@/lib/audit/seal-copy'
import { verifyAudit } from '@/lib/audit/verify'
import { withOwner } from '@/scripts/database/owner'
import { webEnvironment } from '@/scripts/portal/environment'
import { secrets } from '@/scripts/secrets'

/** `npm run audit:verify [customer id]`: recomputes the hash chains of the history. Exits with 1 and names the first event that does not match. */
withOwner(async (ownerUrl) => {
  // The key of the seals is derived from DATA_KEY, which is in the portal's environment.
  Object.assign(
    process.env,
    webEnvironment({ appUrl: 'http://localhost:3000', databaseUrl: ownerUrl, demo: false, secrets: secrets() }),
  )
  const pool = new Pool({ connectionString: ownerUrl, max: 2 })
  try {
    const { chains, events, seals, first } = await verifyAudit(primaryOn(pool), process.argv[2])
    console.log(`${chains} chains, ${events} events, ${seals} seals.`)
    const folder = process.env.AUDIT_SEAL_FOLDER
    const copied = folder ? await readCopiedHeads(folder) : []
    const lost = await firstHeadNotInHistory(primaryOn(pool), copied)
    if (folder) console.log(`${copied.length} seals in the copy.`)
    if (lost) console.error(`BROKEN: event ${lost.seq} of chain ${lost.customerId} is not the one in the copy.`)
    if (lost) process.exitCode = 1
    if (!first) return lost ? undefined : console.log('The history holds.')
    console.error(`BROKEN: event ${first.seq} of chain ${first.customerId} is ${first.kind}.`)
    process.exitCode = 1
  } finally {
    await pool.end()
  }
}).catch((error: unknown) => {
  console.error(error)
  process.exitCode = 1
})
