import { Readable } from 'node:stream'
import { stringify } from 'csv-stringify/sync'
import { mapColumns } from '@/lib/imports/commands/map-columns'
import { startImport } from '@/lib/imports/commands/start'
import { runImport } from '@/lib/imports/run-import'
import { takeContent } from '@/lib/imports/upload/take-path'
import { CUSTOMER_COLUMNS } from '@/lib/imports/customers/columns'
import { guessMapping } from '@/lib/imports/mapping/guess'
import { idsOf } from '@/lib/kernel/context'
import { accepted, type Step } from '../timeline'

/** A row by the names of its columns. */
export type Row = Record<string, string | null | undefined>

export type File = {
  fileName: string
  /** The system that the `Código` of a row belongs to. */
  source: string
  rows: readonly Row[]
  /** Ids of the customers that the file is the first to name, in the order of its rows. */
  customerIds?: readonly string[]
}

/** Uploads a CSV file, maps its columns by their names, keeps the others as attributes, and imports it to its end. */
export const importFile =
  ({ fileName, source, rows, customerIds = [] }: File): Step =>
  async (ctx) => {
    const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))]
    const text = stringify([columns, ...rows.map((row) => columns.map((column) => row[column] ?? ''))], {
      delimiter: ';',
    })
    const { importId } = await accepted(takeContent(ctx, Readable.from([Buffer.from(text)]), fileName))
    await accepted(
      mapColumns(ctx, { importId, source, keepAttributes: 'on', ...guessMapping(CUSTOMER_COLUMNS, columns) }),
    )
    await accepted(startImport(ctx, { importId }))
    const waiting = [...customerIds]
    const ids = idsOf(ctx)
    const customer = () => waiting.shift() ?? ids.customer()
    await runImport(ctx.db, importId, { clock: () => ctx.now, ids: { ...ids, customer } })
    if (waiting.length) throw new Error(`${fileName} made ${waiting.length} customers fewer than it should`)
  }
