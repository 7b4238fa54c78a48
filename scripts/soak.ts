import { withSoakDatabase } from './soak/database'
import { soak } from './soak/outbox'

const DATABASE = 'soak'
const LIMIT_MS = 30 * 60_000
/** How often the progress is printed. */
const PROGRESS_MS = 15_000

/**
 * `npm run soak [sends] [kills]`: sends 10,000 e-mails to a provider that often fails, while the worker is killed with SIGKILL ten times.
 * Exits with 1 if an e-mail is lost or sent twice.
 */
async function main(): Promise<void> {
  const [sends = 10_000, kills = 10] = process.argv.slice(2).map(Number)
  await withSoakDatabase(DATABASE, async ({ app: databaseUrl }) => {
    const outcome = await soak({
      databaseUrl,
      sends,
      kills,
      perSecond: 1_000,
      limitMs: LIMIT_MS,
      onProgress: progress(),
    })
    console.log(JSON.stringify(outcome, null, 2))
    const isComplete =
      outcome.lost === 0 && outcome.doubled === 0 && outcome.states.sent === sends && outcome.recorded === sends
    console.log(
      isComplete
        ? `${sends} sends, ${outcome.killed} kills in ${outcome.seconds.toFixed(0)} s, ${outcome.sendsPerSecond.toFixed(1)} sends/s: none lost, none doubled.`
        : 'FAILED: e-mails are missing or were sent twice.',
    )
    if (!isComplete) process.exitCode = 1
  })
}

function progress() {
  const started = Date.now()
  let printedAt = started
  return (accepted: number, killed: number) => {
    if (Date.now() - printedAt < PROGRESS_MS) return
    printedAt = Date.now()
    console.error(`  ${((printedAt - started) / 1000).toFixed(0)} s  ${accepted} accepted, ${killed} kills`)
  }
}

main().catch((error: unknown) => {
  console.error(error)
  process.exitCode = 1
})
