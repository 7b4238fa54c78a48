import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { eq } from 'drizzle-orm'
import { exports } from '@/db/schema'
import { runExport } from '@/lib/exports/job/run-export'
import { closeStorage } from '@/lib/storage/storage'
import { aUser } from '@/lib/testing/builders'
import { newId } from '@/lib/values/ids'
import { connect } from './connection'
import type { BenchDatabase } from './database'
import { plant } from './filter-part'

/** About a tenth of the customers. */
const SOME = 'registeredFrom=2025-01-01'
/** Every column that the report can show. */
const QUERY = `${SOME}&columns=document,email,phone,city,store,seller,assigned,rating,registered,purchase,interaction,activity`

export type ExportFigures = {
  runs: { name: string; rows: number; seconds: number; megabytes: number; memory: number }[]
}

/** Exports a tenth of the customers with the default columns, and with all columns. */
export async function exportPart(bench: BenchDatabase): Promise<ExportFigures> {
  await plant(bench)
  const folder = mkdtempSync(path.join(tmpdir(), 'retrato-bench-export-'))
  process.env.RETRATO_DATA = folder
  const { db, close } = await connect(bench.appUrl, 5)
  try {
    const user = await aUser(db, { role: 'admin' })
    const runs = []
    for (const [name, query] of [
      ['default columns', SOME],
      ['all columns', QUERY],
    ] as const) {
      const id = newId()
      await db.insert(exports).values({ id, requestedBy: user.id, query, delimiter: 'semicolon' })
      const memory = watchMemory()
      const start = performance.now()
      await runExport(db, id)
      const seconds = (performance.now() - start) / 1000
      const [done] = await db.select().from(exports).where(eq(exports.id, id))
      if (done?.status !== 'finished') throw new Error(`The export is ${done?.status}.`)
      runs.push({ name, rows: done.rowsDone, seconds, megabytes: done.bytes! / 1e6, memory: memory.stop() })
    }
    return { runs }
  } finally {
    await close()
    closeStorage()
    rmSync(folder, { recursive: true })
  }
}

/** Returns by how many megabytes this process grew at most. */
function watchMemory() {
  const before = process.memoryUsage().rss
  let most = before
  const timer = setInterval(() => (most = Math.max(most, process.memoryUsage().rss)), 50)
  return {
    stop: () => {
      clearInterval(timer)
      return (most - before) / 1e6
    },
  }
}

export const exportReport = ({ runs }: ExportFigures): string =>
  [
    'Export to CSV',
    ...runs.map(
      ({ name, rows, seconds, megabytes, memory }) =>
        `  ${name}: ${rows} rows in ${seconds.toFixed(1)} s, ${Math.round(rows / seconds)} rows/s, file ${megabytes.toFixed(0)} MB, memory +${memory.toFixed(0)} MB`,
    ),
  ].join('\n')
