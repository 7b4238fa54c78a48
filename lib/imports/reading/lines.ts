import type { ImportDialect } from '@/db/schema/imports'
import type { Line } from './row-assembler'

type RowEnd = ImportDialect['rowEnd']

/** Several line ends are accepted in one file, because concatenated files mix them. */
const ENDS: Record<'lf' | 'cr', RegExp> = { lf: /\r*\n/g, cr: /\r\n|\n|\r/g }

const endsOf = (rowEnd: RowEnd) => ENDS[rowEnd === 'lf' ? 'lf' : 'cr']

/** Returns the lines of a complete text. */
export const linesOf = (text: string, rowEnd: RowEnd): Line[] =>
  text.split(endsOf(rowEnd)).map((line, at) => ({ text: line, number: at + 1 }))

/** Splits a text that arrives in pieces into lines. */
export class LineCutter {
  private rest = ''
  private number = 0

  constructor(private readonly rowEnd: RowEnd) {}

  /** The number of characters of the unfinished line. */
  get waiting(): number {
    return this.rest.length
  }

  push(piece: string): Line[] {
    // A CR at the end may be the first half of a line end.
    const carriageReturn = piece.endsWith('\r') ? '\r' : ''
    const lines = (this.rest + (carriageReturn ? piece.slice(0, -1) : piece)).split(endsOf(this.rowEnd))
    this.rest = lines.pop()! + carriageReturn
    return lines.map((text) => this.line(text))
  }

  end(): Line[] {
    const lines = this.rest.split(endsOf(this.rowEnd))
    this.rest = ''
    return lines.map((text) => this.line(text))
  }

  private line = (text: string): Line => ({ text, number: ++this.number })
}
