import { withSoakDatabase } from './soak/database'
import { soakPipeline } from './soak/pipeline'

const DATABASE = 'soak_pipeline'
const WORKERS = 3

/**
 * `npm run soak:pipeline [changes] [kills]`: 10,000 scheduled changes of status are due at once, and three workers execute them while one
 * of them after the other is killed with SIGKILL, ten times. Exits with 1 if a change is missing or happened twice.
 */
async function main(): Promise<void> {
  const [changes = 10_000, kills = 10] = process.argv.slice(2).map(Number)
  await withSoakDatabase(DATABASE, async ({ app: databaseUrl }) => {
    const outcome = await soakPipeline({ databaseUrl, changes, kills, workers: WORKERS })
    console.log(JSON.stringify(outcome, null, 2))
    const { killed, seconds, executed, events, customers, doubled, isChainWhole } = outcome
    const isExact = [executed, events, customers].every((count) => count === changes) && !doubled && isChainWhole
    console.log(
      isExact
        ? `${changes} changes by ${WORKERS} workers with ${killed} kills in ${seconds.toFixed(0)} s: each happened once.`
        : 'FAILED: changes are missing, or happened twice.',
    )
    if (!isExact || killed < kills) process.exitCode = 1
  })
}

main().catch((error: unknown) => {
  console.error(error)
  process.exitCode = 1
})
