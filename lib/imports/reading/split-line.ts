/** `open`: a quote is not closed, so the row may continue in the next line. */
export type Cells = { cells: string[]; open: boolean }

type Dress = {
  /** Whether `\"` is a quotation mark within the text. */
  backslash?: boolean
  /** A quote followed by text ends the quoted part of the cell: `"X" Y`. */
  early?: boolean
}

/** Splits a row into its cells. A quote inside a quoted cell that no delimiter follows belongs to the text. */
export function splitQuoted(text: string, delimiter: string, { backslash, early }: Dress = {}): Cells {
  const cells: string[] = []
  let at = 0
  for (;;) {
    const opening = openingQuote(text, at)
    if (opening < 0) {
      const end = endOf(text, at, delimiter)
      cells.push(unquoted(text.slice(at, end)))
      if (end >= text.length) return { cells, open: false }
      at = end + delimiter.length
      continue
    }
    let cell = ''
    let from = opening + 1
    for (;;) {
      const quote = text.indexOf('"', from)
      if (quote < 0) return { cells: [...cells, cell + text.slice(from)], open: true }
      const escaped = backslash && text[quote - 1] === '\\' && quote > from
      if (escaped) {
        cell += `${text.slice(from, quote - 1)}"`
        from = quote + 1
        continue
      }
      cell += text.slice(from, quote)
      if (text[quote + 1] === '"') {
        cell += '"'
        from = quote + 2
        continue
      }
      const next = afterSpaces(text, quote + 1)
      const ends = next >= text.length || text.startsWith(delimiter, next)
      if (ends || early) {
        const end = ends ? next : endOf(text, quote + 1, delimiter)
        cells.push(ends ? cell : cell + unquoted(text.slice(quote + 1, end)))
        if (end >= text.length) return { cells, open: false }
        at = end + delimiter.length
        break
      }
      cell += '"'
      from = quote + 1
    }
  }
}

/** Splits a line at each delimiter. Quotes count as letters, except a pair around a whole cell. */
export const splitPlain = (text: string, delimiter: string): string[] =>
  text.split(delimiter).map((cell) => {
    const inner = /^\s*"(.*)"\s*$/.exec(cell)
    return inner ? unquoted(inner[1]!) : unquoted(cell)
  })

/** Returns the position of the quote that opens a cell, after spaces or as `="…"`; -1 if the cell is not quoted. */
function openingQuote(text: string, at: number): number {
  const start = /^(?: *"| *="(?=[^"]*"))/.exec(text.slice(at, at + 200))
  return start ? at + start[0].length - 1 : -1
}

function endOf(text: string, at: number, delimiter: string): number {
  const end = text.indexOf(delimiter, at)
  return end < 0 ? text.length : end
}

function afterSpaces(text: string, at: number): number {
  let next = at
  while (text[next] === ' ') next++
  return next
}

/** Two quotes in an unquoted cell are one, because some programs double quotes without quoting the cell. */
const unquoted = (text: string) => (text.includes('""') ? text.replaceAll('""', '"') : text)
