import type { ImportDialect, ImportKind } from '@/db/schema/imports'
import { DELIMITERS } from './delimiters'
import { decode, type Encoding } from './encoding'
import { headersOf } from './headers'
import { findHeader, recognised, type TableLine } from './header-line'
import { linesOf } from './lines'
import { RowAssembler, unwrap, type Line } from './row-assembler'
import { splitQuoted } from './split-line'

type Delimiter = ImportDialect['delimiter']
type RowEnd = NonNullable<ImportDialect['rowEnd']>

/** How many lines are examined; a preamble must be shorter. */
const LINES = 200
const LINE_CHARS_MAX = 100_000

/** `consistency`: the share of the rows that have the most frequent width. */
type Reading = { delimiter: Delimiter; wrapped: boolean; rows: TableLine[]; widths: number[]; score: number }

/** What a user has set; the rest is detected. `kind`: customers unless set. `headerLine` 0: the file has no header. */
export type FixedDialect = { kind?: ImportKind; delimiter?: Delimiter; headerLine?: number; firstLine?: number }

export type Detected =
  | { ok: true; dialect: ImportDialect; headers: string[] }
  | { ok: false; code: 'empty' | 'no_header' }

/**
 * Detects row ends, delimiter and header line from a file's first bytes. The lines before the first one as wide as the table are a
 * preamble.
 */
export function detectDialect(head: Buffer, encoding: Encoding, whole: boolean, fixed: FixedDialect = {}): Detected {
  const { kind = 'customers' } = fixed
  const text = decode(head, encoding)
  const rowEnd = rowEndOf(text)
  const lines = linesOf(text, rowEnd)
  // The end of the head may have cut the last line.
  if (!whole) lines.pop()
  const examined = lines.slice(0, LINES)
  if (!examined.some(({ text: line }) => line.trim())) return { ok: false, code: whole ? 'empty' : 'no_header' }
  // A text without line ends is not a table.
  if (examined[0]!.text.length > LINE_CHARS_MAX) return { ok: false, code: 'no_header' }
  const named = delimiterLine(examined[0]!.text)
  const table = named ? examined.slice(1) : examined
  const delimiters = fixed.delimiter ? [fixed.delimiter] : named ? [named] : DELIMITERS
  const best = delimiters
    .map((delimiter) => readWith(table, delimiter, kind))
    .reduce((a, b) => (b.score > a.score ? b : a))
  const header =
    fixed.headerLine === undefined ? findHeader(best.rows, best.widths, kind) : headerAt(best, fixed.headerLine)
  const firstLine = fixed.firstLine ?? (named && !header ? 2 : undefined)
  const columns = columnsOf(best, header, firstLine)
  return {
    ok: true,
    dialect: {
      encoding,
      delimiter: best.delimiter,
      headerLine: header?.number ?? 0,
      rowEnd,
      columns: columns.count,
      ...(columns.skipped > 0 && { skipColumns: columns.skipped }),
      ...(firstLine !== undefined && { firstLine }),
      ...(best.wrapped && { wrapped: true }),
    },
    headers: headersOf(Array.from({ length: columns.count }, (_, at) => header?.cells[columns.skipped + at] ?? '')),
  }
}

/** Some files begin with a line that names the delimiter for Excel: `sep=;`. */
function delimiterLine(line: string): Delimiter | undefined {
  const [, sign] = /^\ufeff?"?sep=(.)"?\s*$/i.exec(line) ?? []
  return DELIMITERS.find((delimiter) => delimiter === sign)
}

/** The more frequent of the two outside quotes. */
function rowEndOf(text: string): RowEnd {
  const bare = text.replace(/"[^"]*"/g, '')
  const [lf, cr] = [/\n/g, /\r(?!\n)/g].map((end) => bare.match(end)?.length ?? 0) as [number, number]
  return cr > lf ? 'cr' : 'lf'
}

/** The right delimiter gives most rows the same number of cells, and the header known column names. */
function readWith(lines: Line[], delimiter: Delimiter, kind: ImportKind): Reading {
  const wrapped = isWrapped(lines, delimiter)
  const rows = rowsOf(lines, delimiter, wrapped)
  const counts = new Map<number, number>()
  for (const { cells } of rows) counts.set(cells.length, (counts.get(cells.length) ?? 0) + 1)
  const widths = [...counts]
    .sort(([a, x], [b, y]) => y * (b - 1) - x * (a - 1) || b - a || y - x)
    .map(([width]) => width)
  const [width = 1] = widths
  const consistency = (counts.get(width) ?? 0) / Math.max(rows.length, 1)
  const header = findHeader(rows, widths, kind)
  const known = header && header.cells.length > 1 ? recognised(header.cells, kind) : 0
  const fromTheTop = rows[0]?.cells.length === width ? 2 : 0
  const score = width > 1 ? consistency * (1 + Math.log2(width)) + known * 2 + fromTheTop : 0
  return { delimiter, wrapped, rows, widths, score }
}

function rowsOf(lines: Line[], delimiter: Delimiter, wrapped: boolean): TableLine[] {
  const assembler = new RowAssembler({ delimiter, wrapped })
  return [...lines.flatMap((line) => assembler.push(line)), ...assembler.end()]
    .map(({ cells, line }) => ({ number: line, cells: cells.map((cell) => cell.trim()) }))
    .filter(({ cells }) => cells.some(Boolean))
}

/** Whether each whole line is in quotes, as a spreadsheet saves a sheet with a single column: `"nome,cpf"`. */
function isWrapped(lines: Line[], delimiter: Delimiter): boolean {
  const filled = lines.map(({ text }) => text).filter((text) => text.trim())
  const wrapped = filled.filter((text) => {
    const inner = unwrap(text)
    if (inner === text || !inner.includes(delimiter)) return false
    const { cells, open } = splitQuoted(text.replace(/[\s;,\t|]+$/, ''), delimiter)
    return !open && cells.length === 1
  })
  return wrapped.length >= 2 && wrapped.length === filled.length
}

/** Returns the row that contains the line that a user has chosen as header. */
const headerAt = ({ rows }: Reading, line: number): TableLine | undefined =>
  line > 0 ? rows.findLast(({ number }) => number <= line) : undefined

/** The columns from the first to the last that has a name or a value. */
function columnsOf({ rows, widths }: Reading, header: TableLine | undefined, firstLine = 0) {
  const from = header?.number ?? firstLine
  const width = Math.max(header?.cells.length ?? 0, header ? 0 : (widths[0] ?? 0))
  const sample = rows.filter(({ number }) => number >= from)
  const used = (at: number) => sample.some(({ cells }) => cells.length <= width && cells[at])
  let skipped = 0
  while (skipped < width - 1 && !used(skipped)) skipped++
  let end = width
  while (end > skipped + 1 && !used(end - 1)) end--
  return { skipped, count: Math.max(end - skipped, 1) }
}
