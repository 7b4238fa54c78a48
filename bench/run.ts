import { spawnSync } from 'node:child_process'
import path from 'node:path'
import type { Cluster } from '@/scripts/postgres/cluster'
import { type BenchDatabase, openBenchCluster, openBenchDatabase } from './database'
import { agendaPart, agendaReport } from './agenda-part'
import { purchasesPart, purchasesReport } from './purchases-part'
import { databasePart } from './database-part'
import { documentsPart, documentsReport } from './documents-part'
import { interactionsPart, interactionsReport } from './interactions-part'
import { exportPart, exportReport } from './export-part'
import { filterPart, filterReport } from './filter-part'
import { growthPart } from './growth-part'
import { pagesPart } from './pages-part'
import { databaseReport, growthReport, pagesReport, save } from './report'
import { timelinePart, timelineReport } from './timeline-part'
import { mergesPart, mergesReport } from './merges-part'
import { servicePart, serviceReport } from './service-part'
import { sendingPart, sendingReport } from './sending-part'

const CUSTOMERS = Number(process.env.BENCH_CUSTOMERS ?? 100_000)

/** The parts to measure, separated by commas. Without it all parts are measured. */
const ONLY = process.env.BENCH_ONLY?.split(',')

/** A part calls `populated` if it needs the database of customers, which takes minutes to create. */
type Part = (bench: { cluster: Cluster; populated: () => Promise<BenchDatabase> }) => Promise<void>

/** In the order in which they are printed. */
const PARTS: Record<string, Part> = {
  database: measured('database', databasePart, databaseReport),
  pages: measured('pages', pagesPart, pagesReport),
  growth: withReport('growth', ({ cluster }) => growthPart(cluster, CUSTOMERS), growthReport),
  interactions: measured('interactions', interactionsPart, interactionsReport),
  export: measured('export', exportPart, exportReport),
  filter: measured('filter', filterPart, filterReport),
  timeline: measured('timeline', timelinePart, timelineReport),
  agenda: measured('agenda', agendaPart, agendaReport),
  purchases: measured('purchases', purchasesPart, purchasesReport),
  merges: measured('merges', mergesPart, mergesReport),
  service: measured('service', servicePart, serviceReport),
  documents: measured('documents', documentsPart, documentsReport),
  sending: withReport('sending', ({ cluster }) => sendingPart(cluster), sendingReport),
  import: inSeparateProcess('import.ts'),
  acceptance: inSeparateProcess('acceptance.ts'),
  duplicates: inSeparateProcess('duplicates.ts'),
}

/** `npm run bench`: prints the figures of this machine. The first run creates the data in the data folder. */
async function main(): Promise<void> {
  if (!Number.isInteger(CUSTOMERS) || CUSTOMERS < 1000)
    throw new Error('BENCH_CUSTOMERS must be a number from 1000 on.')
  const names = ONLY ?? Object.keys(PARTS)
  const unknown = names.filter((name) => !PARTS[name])
  if (unknown.length)
    throw new Error(`BENCH_ONLY accepts ${Object.keys(PARTS).join(', ')}, but not ${unknown.join(', ')}.`)
  const cluster = await openBenchCluster()
  let population: Promise<BenchDatabase> | undefined
  const populated = () => (population ??= openBenchDatabase(cluster, CUSTOMERS))
  try {
    for (const name of names) {
      console.error(`Measuring: ${name}.`)
      await PARTS[name]!({ cluster, populated })
    }
  } finally {
    await cluster.watchdog.release()
  }
}

function measured<T>(name: string, run: (bench: BenchDatabase) => Promise<T>, report: (figures: T) => string): Part {
  return withReport(name, async ({ populated }) => run(await populated()), report)
}

function withReport<T>(
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

/** Runs a part that measures its own memory or needs a separate environment. */
function inSeparateProcess(file: string): Part {
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
