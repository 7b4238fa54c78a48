import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { withSoakDatabase } from './soak/database'
import { soakMerges } from './soak/merges'

const DATABASE = 'soak_merges'
const PRINTED_EVERY = 20

/**
 * `npm run soak:merges [kills] [seed]`: edits, merges and separates customers in a process that is killed 200 times, in turns with Postgres
 * itself, and checks lib/merges/invariants.sql and the chains of the history after each kill. Exits with 1 if a rule is broken.
 */
async function main(): Promise<void> {
  const [kills = '200', seed = String(Date.now())] = process.argv.slice(2)
  await withSoakDatabase(DATABASE, async ({ superuser }) => {
    Object.assign(process.env, { WORKER: 'off', RETRATO_DATA: mkdtempSync(path.join(tmpdir(), 'retrato-soak-')) })
    const started = Date.now()
    const onProgress = (killed: number) =>
      void (killed % PRINTED_EVERY || console.error(`  ${seconds(started)} s  ${killed} kills`))
    // The kill of a backend needs the rights of a superuser to see what the others do.
    const outcome = await soakMerges({ databaseUrl: superuser, kills: Number(kills), seed, onProgress })
    const { killed, merges, undone, events, broken } = outcome
    console.log(
      `Seed ${seed}: ${killed.process} kills of the process and ${killed.postgres} of Postgres in ${seconds(started)} s, ` +
        `${merges} merges (${undone} undone), ${events} events of the history.`,
    )
    console.log(broken.length ? `FAILED:\n${broken.join('\n')}` : 'Every invariant was true after each kill.')
    if (broken.length) process.exitCode = 1
  })
}

const seconds = (since: number) => Math.round((Date.now() - since) / 1000)

main().catch((error: unknown) => {
  console.error(error)
  process.exitCode = 1
})
