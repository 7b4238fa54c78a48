import { Pool } from 'pg'
import { primaryOn } from '@/db/handles'
import { verifyAudit } from '@/lib/audit/verify'
import { withOwner } from '@/scripts/database/owner'
import { webEnvironment } from '@/scripts/portal/environment'
import { secrets } from '@/scripts/secrets'

/** `npm run audit:verify [customer id]`: recomputes the history's chains; exits with 1 and names the first event that does not hold. */
withOwner(async (ownerUrl) => {
  // The seals' key comes from DATA_KEY, read where the portal reads it.
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
