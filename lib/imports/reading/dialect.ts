import { parse } from 'csv-parse/sync'
import type { ImportDialect } from '@/db/schema/imports'
import { decode, type Encoding } from './encoding'
import { headersOf } from './headers'
import { rowEnds } from './rows'

type Delimiter = ImportDialect['delimiter']
type RowEnd = NonNullable<ImportDialect['rowEnd']>

const DELIMITERS: Delimiter[] = [';', ',', '\t', '|']
/** How many lines are examined; a preamble must be shorter. */
const LINES = 100

type Line = { number: number; cells: string[] }
type Width = { columns: number; score: number }
type Reading = { delimiter: Delimiter; lines: Line[]; widths: Width[]; score: number }

export type Detected =
  | { ok: true; dialect: ImportDialect; headers: string[] }
  | { ok: false; code: 'empty' | 'no_header' }

/** Detects row ends, delimiter and header line from a file's first bytes. The lines before the first one as wide as the table are a preamble. */
export function detectDialect(head: Buffer, encoding: Encoding, whole: boolean): Detected {
  const read = decode(head, encoding)
  const rowEnd = rowEndOf(read)
  const text = whole ? read : wholeLines(read, rowEnd)
  // A first line longer than the bytes examined is not a header.
  if (!text.trim()) return { ok: false, code: whole ? 'empty' : 'no_header' }
  const best = DELIMITERS.map((delimiter) => readWith(text, delimiter, rowEnd)).reduce((a, b) =>
    b.score > a.score ? b : a,
  )
  const header = findHeader(best)
  if (!header) return { ok: false, code: 'no_header' }
  return {
    ok: true,
    dialect: { encoding, delimiter: best.delimiter, headerLine: header.number, rowEnd },
    headers: headersOf(header.cells),
  }
}

/** The more frequent of the two outside quotes. */
function rowEndOf(text: string): RowEnd {
  const bare = text.replace(/"[^"]*"/g, '')
  const [lf, cr] = [/\n/g, /\r(?!\n)/g].map((end) => bare.match(end)?.length ?? 0) as [number, number]
  return cr > lf ? 'cr' : 'lf'
}

/** Drops the last line, which the end of the head may have cut. */
function wholeLines(text: string, rowEnd: RowEnd): string {
  return text.slice(0, Math.max(...rowEnds(rowEnd).map((end) => text.lastIndexOf(end.at(-1)!))) + 1)
}

/** The most frequent width is the table's. The right delimiter makes the widest table on the most lines. */
function readWith(text: string, delimiter: Delimiter, rowEnd: RowEnd): Reading {
  const lines = linesOf(text, delimiter, rowEnd)
  const counts = new Map<number, number>()
  for (const { cells } of lines) counts.set(cells.length, (counts.get(cells.length) ?? 0) + 1)
  const widths = [...counts]
    .map(([columns, often]) => ({ columns, score: often * (columns - 1) }))
    .sort((a, b) => b.score - a.score)
  return { delimiter, lines, widths, score: widths[0]?.score ?? 0 }
}

/** In a small file broken rows may outnumber the right ones; the header then has another width. */
function findHeader({ lines, widths }: Reading): Line | undefined {
  const enough = (widths[0]?.columns ?? 0) / 2
  const firsts = widths
    .filter(({ columns }) => columns > enough)
    .map(({ columns }) => lines.find((line) => line.cells.length === columns))
  return firsts.find((line) => line && looksLikeHeader(line.cells))
}

function linesOf(text: string, delimiter: Delimiter, rowEnd: RowEnd): Line[] {
  try {
    return split(text, delimiter, rowEnd, '"')
  } catch {
    // A quote that never closes: the job reports it, and the header can still be read.
    return split(text, delimiter, rowEnd, false)
  }
}

function split(text: string, delimiter: Delimiter, rowEnd: RowEnd, quote: string | false): Line[] {
  const options = {
    delimiter,
    quote,
    record_delimiter: rowEnds(rowEnd),
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    to: LINES,
    info: true,
  }
  const records = parse(text, options) as unknown as { record: string[]; info: { lines: number } }[]
  return records.map(({ record, info }) => ({
    number: info.lines - newlinesIn(record),
    cells: record.map((cell) => cell.trim()),
  }))
}

const newlinesIn = (record: string[]) =>
  record.reduce((total, cell) => total + (cell.match(/\r\n|\n|\r/g)?.length ?? 0), 0)

/** Whether at least half of the cells are filled, and no cell looks like a number, a date or an e-mail address. */
function looksLikeHeader(cells: string[]): boolean {
  const filled = cells.filter(Boolean)
  if (!filled.length || filled.length < cells.length / 2) return false
  return !filled.some((cell) => /^[\d\s.,/()+-]+$/.test(cell) || cell.includes('@') || cell.length > 120)
}
