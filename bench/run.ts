import { spawnSync } from 'node:child_process'
import path from 'node:path'
import type { Cluster } from '@/scripts/postgres/cluster'
import { type BenchDatabase, openBenchCluster, openBenchDatabase } from './database'
import { databasePart } from './database-part'
import { documentsPart, documentsReport } from './documents-part'
import { interactionsPart, interactionsReport } from './interactions-part'
import { growthPart } from './growth-part'
import { pagesPart } from './pages-part'
import { databaseReport, growthReport, pagesReport, save } from './report'
import { sendingPart, sendingReport } from './sending-part'

const CUSTOMERS = Number(process.env.BENCH_CUSTOMERS ?? 100_000)

/** The names of the parts to measure, with commas; all of them when empty. */
const ONLY = process.env.BENCH_ONLY?.split(',')

/** What has its data of its own does not wait for the population to be made. */
type Part = (bench: { cluster: Cluster; populated: () => Promise<BenchDatabase> }) => Promise<void>

/** In the order in which they are printed. */
const PARTS: Record<string, Part> = {
  database: measured('database', databasePart, databaseReport),
  pages: measured('pages', pagesPart, pagesReport),
  growth: measuredOn('growth', ({ cluster }) => growthPart(cluster, CUSTOMERS), growthReport),
  interactions: measured('interactions', interactionsPart, interactionsReport),
  documents: measured('documents', documentsPart, documentsReport),
  sending: measuredOn('sending', ({ cluster }) => sendingPart(cluster), sendingReport),
  import: inItsOwnProcess('import.ts'),
  acceptance: inItsOwnProcess('acceptance.ts'),
}

/** `npm run bench`: figures of this machine, with the data made on the first run and kept in the data folder. */
async function main(): Promise<void> {
  if (!Number.isInteger(CUSTOMERS) || CUSTOMERS < 1000)
    throw new Error('BENCH_CUSTOMERS must be a number from 1000 on.')
  const wanted = ONLY ?? Object.keys(PARTS)
  const unknown = wanted.filter((name) => !PARTS[name])
  if (unknown.length) throw new Error(`BENCH_ONLY knows ${Object.keys(PARTS).join(', ')}; not ${unknown.join(', ')}.`)
  const cluster = await openBenchCluster()
  let population: Promise<BenchDatabase> | undefined
  const populated = () => (population ??= openBenchDatabase(cluster, CUSTOMERS))
  try {
    for (const name of wanted) {
      console.error(`Measuring: ${name}.`)
      await PARTS[name]!({ cluster, populated })
    }
  } finally {
    await cluster.watchdog.release()
  }
}

function measured<T>(name: string, run: (bench: BenchDatabase) => Promise<T>, report: (figures: T) => string): Part {
  return measuredOn(name, async ({ populated }) => run(await populated()), report)
}

function measuredOn<T>(
  name: string,
  run: (bench: Parameters<Part>[0]) => Promise<T>,
  report: (figures: T) => string,
): Part {
  return async (bench) => {
    const figures = await run(bench)
    save(`${name}-${CUSTOMERS}`, figures)
    console.log(`${report(figures)}\n`)
  }
}

/** For what measures its memory, or needs an environment of its own. */
function inItsOwnProcess(file: string): Part {
  return async () => {
    const { status } = spawnSync(process.execPath, [...process.execArgv, path.join(__dirname, file)], {
      stdio: 'inherit',
    })
    if (status !== 0) throw new Error(`${file} failed.`)
  }
}

main().catch((error: unknown) => {
  console.error(error)
  process.exitCode = 1
})
