import { pipeline, Transform, type Readable } from 'node:stream'
import type { ImportDialect } from '@/db/schema/imports'
import { sanitizeText } from '@/lib/values/sanitize-text'
import { decoder } from './encoding'
import { LineCutter } from './lines'
import { RowAssembler, type RawRow } from './row-assembler'

const RECORD_CHARS_MAX = 1_000_000

export class BrokenFile extends Error {
  constructor(readonly code: 'row_too_long' | 'unreadable' | 'file_missing') {
    super(code)
  }
}

/**
 * Yields the data rows after the header, one by one, and skips empty ones. Only a few rows are in memory.
 * `onBytes` receives how many bytes of the file have been read. @throws BrokenFile
 */
export async function* readRows(
  file: Readable,
  dialect: ImportDialect,
  onBytes?: (bytes: number) => void,
): AsyncGenerator<RawRow> {
  const cutter = new LineCutter(dialect.rowEnd)
  const table = new Table(dialect)
  const text = decoder(dialect.encoding)
  pipeline(file, counter(onBytes), text, () => undefined)
  try {
    for await (const piece of text as AsyncIterable<string | Buffer>) {
      const lines = cutter.push(String(piece))
      if (cutter.waiting > RECORD_CHARS_MAX) throw new BrokenFile('row_too_long')
      for (const line of lines) yield* table.push(line)
    }
    for (const line of cutter.end()) yield* table.push(line)
    yield* table.end()
  } catch (error) {
    throw isMissing(error) ? new BrokenFile('file_missing') : error
  }
}

/** The data rows of a table, from its lines. */
class Table {
  private readonly rows: RowAssembler
  private headerIsNext: boolean

  constructor(private readonly dialect: ImportDialect) {
    const { delimiter, wrapped, columns, skipColumns = 0 } = dialect
    const width = columns === undefined ? undefined : skipColumns + columns
    this.rows = new RowAssembler({ delimiter, wrapped, width })
    this.headerIsNext = dialect.headerLine > 0
  }

  push(line: { text: string; number: number }): RawRow[] {
    const { headerLine, firstLine = 0 } = this.dialect
    const skipped = line.number < headerLine || (!this.headerIsNext && line.number < firstLine)
    return skipped ? [] : this.data(this.rows.push(line))
  }

  end = (): RawRow[] => this.data(this.rows.end())

  private data(rows: RawRow[]): RawRow[] {
    return rows.filter((row) => this.isData(row)).map((row) => this.withoutBlankColumns(row))
  }

  private isData({ cells, line }: RawRow): boolean {
    if (!cells.some((cell) => cell.trim())) return false
    if (!this.headerIsNext) return line >= (this.dialect.firstLine ?? 0)
    this.headerIsNext = false
    this.rows.width ??= cells.length
    return false
  }

  private withoutBlankColumns(row: RawRow): RawRow {
    const { skipColumns = 0 } = this.dialect
    const misplaced = row.cells.slice(0, skipColumns).some((cell) => cell.trim())
    if (misplaced) row.problems.push({ code: 'too_many_cells' })
    return { ...row, cells: row.cells.slice(skipColumns).map(sanitizeText) }
  }
}

function counter(onBytes?: (bytes: number) => void): Transform {
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      onBytes?.(chunk.length)
      done(null, chunk)
    },
  })
}

const isMissing = (error: unknown) =>
  Boolean(error && typeof error === 'object' && 'code' in error && error.code === 'ENOENT')
