import { cleanCell } from './cell'
import { localNumbers, type DayOrder } from './day'

/** `mixed`: the column has days of both orders. `open`: every day fits both orders. Absent: no day depends on the order. */
export type ColumnOrder = DayOrder | 'mixed' | 'open'

/** How a column of the sample writes its days: one above 12 in the first or second place decides. */
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
