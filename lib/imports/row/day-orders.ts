import { cleanCell } from './cell'
import { localNumbers, type DayOrder } from './day'

/** `mixed`: the column has dates in both orders. `open`: each of its dates can be read in both. */
export type ColumnOrder = DayOrder | 'mixed' | 'open'

/** Returns the order in a column of the sample, which a number above 12 shows. Undefined if no date depends on the order. */
export function columnOrder(cells: readonly (string | undefined)[]): ColumnOrder | undefined {
  let dayFirst = false
  let monthFirst = false
  let open = false
  for (const cell of cells) {
    const numbers = localNumbers(cleanCell(cell))
    if (!numbers) continue
    const [first, second] = numbers
    if (first > 12 && second <= 12) dayFirst = true
    else if (second > 12 && first <= 12) monthFirst = true
    else if (first !== second) open = true
  }
  if (dayFirst && monthFirst) return 'mixed'
  return dayFirst ? 'dmy' : monthFirst ? 'mdy' : open ? 'open' : undefined
}
