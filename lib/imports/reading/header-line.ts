import { parseEmail } from '@/lib/values/emails'
import type { ImportKind } from '@/db/schema/imports'
import { COLUMNS } from '../kinds/columns'
import { headerKey } from './headers'

/** A row of the sample and the number of its first line. */
export type TableLine = { number: number; cells: string[] }

/** Returns how many cells are known column names of this kind of file. */
export function recognised(cells: readonly string[], kind: ImportKind): number {
  const patterns = Object.values(COLUMNS[kind].synonyms)
  return cells.filter((cell) => cell && patterns.some((pattern) => pattern.test(headerKey(cell)))).length
}

/**
 * Returns the first row that is as wide as the table and looks like a header, or undefined. In a small file most rows may be broken, so the
 * other widths are tried too.
 */
export function findHeader(
  rows: readonly TableLine[],
  widths: readonly number[],
  kind: ImportKind,
): TableLine | undefined {
  const enough = (widths[0] ?? 0) / 2
  return widths
    .filter((width) => width > enough)
    .map((width) => rows.find(({ cells }) => cells.length === width))
    .find((row) => row && looksLikeHeader(row.cells, kind))
}

const NUMBER = /^[\d\s.,/()+:-]+$/
/** A date, phone, document or amount. A shorter number, such as a year, may be part of a header. */
const LONG_NUMBER = /\d{5}|\d[^\d]+\d[^\d]+\d|^\W*\d+[.,]\d+\W*$/

/** Whether the cells look like column names: no cell is a value, and at least half of them have text. */
function looksLikeHeader(all: readonly string[], kind: ImportKind): boolean {
  const cells = withoutBlankEnds(all)
  const filled = cells.filter(Boolean)
  if (!filled.length || filled.length < cells.length / 2) return false
  if (filled.some((cell) => parseEmail(cell) || (NUMBER.test(cell) && LONG_NUMBER.test(cell)))) return false
  const numbers = filled.filter((cell) => NUMBER.test(cell))
  return !numbers.length || (recognised(filled, kind) > 0 && numbers.length < filled.length)
}

function withoutBlankEnds(cells: readonly string[]): string[] {
  const first = cells.findIndex(Boolean)
  return first < 0 ? [] : cells.slice(first, cells.findLastIndex(Boolean) + 1)
}
