import { dropDatabase, ensureDatabase } from '@/scripts/database/databases'
import { migrateSchema } from '@/scripts/database/migrate-schema'
import { openThrowawayCluster } from '@/scripts/postgres/cluster'
import { freshSecrets } from '@/scripts/secrets'
import { soak } from './soak/outbox'

const DATABASE = 'soak'
const HOUR_MS = 3_600_000

/** `npm run soak [sends] [kills]`: 10,000 sends to a provider on a bad day, the worker killed -9 ten times; exits with 1 when one is lost or doubled. */
async function main(): Promise<void> {
  const [sends = 10_000, kills = 10] = process.argv.slice(2).map(Number)
  const cluster = await openThrowawayCluster()
  try {
    await ensureDatabase(cluster.url('postgres'), DATABASE)
    const own = freshSecrets()
    const { url: databaseUrl } = await migrateSchema(cluster.url(DATABASE), own.appRolePassword)
    Object.assign(process.env, { DATABASE_URL: databaseUrl, APP_URL: 'http://localhost:3000', AUTH_SECRET: own.authSecret, DATA_KEY: own.dataKey })
    const outcome = await soak({ databaseUrl, sends, kills, perSecond: 1_000, limitMs: HOUR_MS })
    console.log(JSON.stringify(outcome, null, 2))
    const whole = outcome.lost === 0 && outcome.doubled === 0 && outcome.states.sent === sends && outcome.recorded === sends
    console.log(whole ? `${sends} sends, ${outcome.killed} kills: none lost, none doubled.` : 'NOT WHOLE')
    if (!whole) process.exitCode = 1
    await dropDatabase(cluster.url('postgres'), DATABASE)
  } finally {
    await cluster.keeper.release()
  }
}

main().catch((error: unknown) => {
  console.error(error)
  process.exitCode = 1
})
