import { openBenchDatabase } from './database'
import { databasePart } from './database-part'
import { databaseReport, save } from './report'

const CUSTOMERS = Number(process.env.BENCH_CUSTOMERS ?? 100_000)

/** `npm run bench`: figures of this machine, with the data made on the first run and kept in the data folder. */
async function main(): Promise<void> {
  if (!Number.isInteger(CUSTOMERS) || CUSTOMERS < 1000) throw new Error('BENCH_CUSTOMERS must be a number from 1000 on.')
  const bench = await openBenchDatabase(CUSTOMERS)
  try {
    console.error('Measuring the database.')
    const database = await databasePart(bench)
    save(`database-${CUSTOMERS}`, database)
    console.log(databaseReport(database))
  } finally {
    await bench.cluster.keeper.release()
  }
}

main().catch((error: unknown) => {
  console.error(error)
  process.exitCode = 1
})
