import { openBenchDatabase } from './database'
import { databasePart } from './database-part'
import { pagesPart } from './pages-part'
import { databaseReport, pagesReport, save } from './report'

const CUSTOMERS = Number(process.env.BENCH_CUSTOMERS ?? 100_000)

/** `database` or `pages` to measure that part only. */
const ONLY = process.env.BENCH_ONLY

/** `npm run bench`: figures of this machine, with the data made on the first run and kept in the data folder. */
async function main(): Promise<void> {
  if (!Number.isInteger(CUSTOMERS) || CUSTOMERS < 1000)
    throw new Error('BENCH_CUSTOMERS must be a number from 1000 on.')
  const bench = await openBenchDatabase(CUSTOMERS)
  try {
    if (ONLY !== 'pages') await measured('database', () => databasePart(bench), databaseReport)
    if (ONLY !== 'database') await measured('pages', () => pagesPart(bench), pagesReport)
  } finally {
    await bench.cluster.keeper.release()
  }
}

async function measured<T>(part: string, run: () => Promise<T>, report: (figures: T) => string): Promise<void> {
  console.error(`Measuring: ${part}.`)
  const figures = await run()
  save(`${part}-${CUSTOMERS}`, figures)
  console.log(`${report(figures)}\n`)
}

main().catch((error: unknown) => {
  console.error(error)
  process.exitCode = 1
})
