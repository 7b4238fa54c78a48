import { Pool } from 'pg'
import { primaryOn } from '@/db/handles'
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
    if (!first) return console.log('The history holds.')
    console.error(`BROKEN: event ${first.seq} of chain ${first.customerId} is ${first.kind}.`)
    process.exitCode = 1
  } finally {
    await pool.end()
  }
}).catch((error: unknown) => {
  console.error(error)
  process.exitCode = 1
})
