import { headerKey } from '../reading/headers'

const TOTALS =
  /^(?:(?:sub)?tot(?:al|ais|ales)(?: geral| general)?(?: d[eo]s? (?:registros|clientes|linhas|l[ií]neas|contatos|contactos))?\s*[:=]?\s*\d*|\d+ (?:registros|clientes|linhas|l[ií]neas)(?: (?:no|en) total)?)$/i
const AMOUNT = /^(?:R?\$\s*)?[\d.,\s%-]+$/

/** Returns why a row has no data: it repeats the header, or has the totals of a table. Null for any other row. */
export function notData(cells: readonly string[], headers: readonly string[]): string | null {
  const filled = cells.map((cell) => cell.trim()).filter(Boolean)
  const repeated = cells.every((cell, at) => !cell.trim() || headerKey(cell) === headerKey(headers[at] ?? ''))
  if (filled.length && repeated && filled.length * 2 > headers.length) return 'repeated_header'
  const [first = '', ...others] = filled
  return TOTALS.test(first) && others.every((cell) => AMOUNT.test(cell)) ? 'totals_row' : null
}
