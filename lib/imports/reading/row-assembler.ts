import type { RowReason } from '@/db/schema/imports'
import { splitPlain, splitQuoted } from './split-line'

export type Line = { text: string; number: number }
export type RawRow = {
  cells: string[]
  /** The number of the row's first line. */
  line: number
  /** Reasons that reject the row. */
  problems: RowReason[]
  /** The corrections that were made in the row. */
  hints: RowReason[]
}

type Layout = {
  delimiter: string
  /** The number of columns, once it is known. */
  width?: number | undefined
  /** Whether each whole line is in quotes. */
  wrapped?: boolean | undefined
}

/** The most lines that a quoted cell may have. A quote that is open for longer is a stray one. */
const LINES_MAX = 500
/** If this many lines after an open quote are complete rows, the quote is a stray one. */
const ROWS_ENOUGH = 3

/**
 * Makes rows of lines. A quoted cell may contain line breaks, but a stray quote must not swallow the rows after it: a cell
 * with a line break and a delimiter is suspect, and its lines are rows when they look like rows.
 */
export class RowAssembler {
  private pending: Line[] = []
  /** The lines before this one cannot close the quote that the first line has opened. */
  private examined = 1
  width: number | undefined

  constructor(private readonly layout: Layout) {
    this.width = layout.width
  }

  push(line: Line): RawRow[] {
    this.pending.push(line)
    return this.drain(false)
  }

  end(): RawRow[] {
    return this.drain(true)
  }

  private drain(final: boolean): RawRow[] {
    const rows: RawRow[] = []
    while (this.pending.length) {
      const row = this.next(final)
      if (!row) break
      rows.push(row)
    }
    return rows
  }

  private next(final: boolean): RawRow | null {
    const { text, number } = this.pending[0]!
    const { delimiter, wrapped } = this.layout
    if (wrapped)
      return this.take(1, rowOf(this.singleLine(unwrap(text)) ?? splitPlain(unwrap(text), delimiter), number))
    if (!text.includes('"')) return this.take(1, rowOf(text.split(delimiter), number))
    const single = this.singleLine(text)
    if (single) return this.take(1, single === 'stray' ? this.strayRow() : rowOf(single, number))
    return this.severalLines(final)
  }

  /** Returns the cells of a line that is a complete row, or null if a quote is open. `stray`: it fits only if quotes count as letters. */
  private singleLine(text: string): string[] | 'stray' | null {
    const readings = this.readings(text).filter(({ open }) => !open)
    const fitting = readings.find(({ cells }) => this.fits(cells))
    if (fitting || this.width === undefined) return fitting?.cells ?? readings[0]?.cells ?? null
    if (readings.length && this.fits(splitPlain(text, this.layout.delimiter))) return 'stray'
    return readings[0]?.cells ?? null
  }

  private readings(text: string) {
    const { delimiter } = this.layout
    const escaped = text.includes('\\"')
    return [
      ...(escaped ? [splitQuoted(text, delimiter, { backslash: true })] : []),
      splitQuoted(text, delimiter),
      splitQuoted(text, delimiter, { early: true, backslash: escaped }),
    ]
  }

  private severalLines(final: boolean): RawRow | null {
    for (; this.examined < Math.min(this.pending.length, LINES_MAX); this.examined++) {
      const last = this.examined
      if (last >= ROWS_ENOUGH && this.plainFits(0) && this.areRows(last - ROWS_ENOUGH + 1, last + 1))
        return this.take(1, this.strayRow())
      if (!this.mayClose(last)) continue
      const text = this.pending
        .slice(0, last + 1)
        .map((line) => line.text)
        .join('\n')
      const joined = this.readings(text)
        .slice(0, -1)
        .find(({ open }) => !open)
      if (joined) return this.closed(joined.cells, last)
    }
    return final || this.pending.length >= LINES_MAX ? this.take(1, this.strayRow()) : null
  }

  /** Whether a line has a quote that could end a cell. */
  private mayClose(at: number): boolean {
    const { delimiter } = this.layout
    return this.pending[at]!.text.split('"')
      .slice(1)
      .some((rest) => /^ *$/.test(rest) || rest.replace(/^ +/, '').startsWith(delimiter))
  }

  /** Decides about a cell whose quotes span the lines up to `last`. */
  private closed(cells: string[], last: number): RawRow {
    const suspect = cells.some((cell) => cell.includes('\n') && cell.includes(this.layout.delimiter))
    const row = rowOf(cells, this.pending[0]!.number)
    if (!suspect) return this.take(last + 1, row)
    if (this.areRows(last, last + 1) || (last > 1 && this.areRows(1, last))) return this.take(1, this.strayRow())
    if (last === 1 && this.plainFits(0) && this.plainFits(1))
      row.problems.push({ code: 'suspect_quote', value: String(row.line) })
    return this.take(last + 1, row)
  }

  /** Whether each of these lines is a complete row without an open quote. */
  private areRows(from: number, to: number): boolean {
    return this.pending.slice(from, to).every(({ text }) => {
      const quotes = text.split('"').length - 1
      const cells = quotes ? this.singleLine(text) : text.split(this.layout.delimiter)
      return quotes % 2 === 0 && Array.isArray(cells) && cells.length > 1 && this.fits(cells)
    })
  }

  private plainFits = (at: number) => this.fits(splitPlain(this.pending[at]!.text, this.layout.delimiter))

  private strayRow(): RawRow {
    const { text, number } = this.pending[0]!
    const row = rowOf(splitPlain(text, this.layout.delimiter), number)
    row.hints.push({ code: 'stray_quote', value: String(number) })
    return row
  }

  private take(count: number, row: RawRow): RawRow {
    this.pending.splice(0, count)
    this.examined = Math.max(1, this.examined - count)
    return row
  }

  /** Cells beyond the last column must be empty. */
  private fits(cells: readonly string[]): boolean {
    const { width } = this
    return width === undefined || (cells.length >= width && cells.slice(width).every((cell) => !cell.trim()))
  }
}

const rowOf = (cells: string[] | 'stray', line: number): RawRow => ({
  cells: cells === 'stray' ? [] : cells,
  line,
  problems: [],
  hints: [],
})

/** `"nome,cpf"` → `nome,cpf` */
export const unwrap = (text: string): string => {
  const inner = /^\s*"(.*)"[\s;,\t|]*$/.exec(text)
  return inner ? inner[1]!.replaceAll('""', '"') : text
}
