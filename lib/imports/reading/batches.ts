import type { Readable } from 'node:stream'
import { setImmediate as breathe } from 'node:timers/promises'
import type { imports } from '@/db/schema'
import type { OpenImport } from '../kinds/kind'
import type { NumberedRow } from '../kinds/rows'
import { BrokenFile, readRows } from './rows'

export type RowBatch = { rows: NumberedRow[]; bytesDone: number }

type File = Pick<typeof imports.$inferSelect, 'dialect' | 'bytes' | 'rowsDone'>

/** A batch of huge rows ends at this size, whatever its number of rows. */
const BATCH_CHARS_MAX = 2_000_000
/** The overhead of a cell, counted in characters. */
const CELL_CHARS = 20
/** The process that imports also answers pages: after so many rows it yields to the event loop. */
const ROWS_AT_A_TIME = 50

/** The rows not imported yet, read and checked, in batches of at most `batchRows`. @throws BrokenFile */
export async function* readBatches(
  stream: Readable,
  { dialect, bytes, rowsDone }: File,
  { read }: Pick<OpenImport, 'read'>,
  batchRows: number,
): AsyncGenerator<RowBatch> {
  let bytesRead = 0
  let row = 0
  let rows: NumberedRow[] = []
  let chars = 0
  const batch = (): RowBatch => ({ rows, bytesDone: Math.min(bytesRead, bytes) })
  try {
    for await (const raw of readRows(stream, dialect, (more) => (bytesRead += more))) {
      if (++row % ROWS_AT_A_TIME === 0) await breathe()
      if (row <= rowsDone) continue
      rows.push(read(raw, row))
      chars += raw.cells.reduce((sum, cell) => sum + cell.length + CELL_CHARS, 0)
      if (rows.length < batchRows && chars < BATCH_CHARS_MAX) continue
      yield batch()
      rows = []
      chars = 0
    }
  } catch (error) {
    // The rows before the fault are imported, as the message of the failure says.
    if (rows.length && error instanceof BrokenFile) yield batch()
    throw error
  }
  if (rows.length) yield batch()
}
