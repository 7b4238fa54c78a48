import { localNumbers, parseDay, type DayOrder } from './day'
import type { RowReader } from './reader'

/** Reads a date in the past. An invalid one is left out, because the rest of the row can still be imported. */
export function readDay<Target extends string>(row: RowReader<Target>, target: Target): string | undefined {
  const text = row.text(target)
  const order = orderOf(text, row.plan.dayOrders?.[target])
  const parsed = order && parseDay(text, { today: row.plan.today, order })
  if (parsed === null) return undefined
  const fault = !parsed
    ? 'date_ambiguous'
    : 'fault' in parsed
      ? parsed.fault
      : parsed.day > row.plan.today
        ? 'future_date'
        : null
  if (fault || !parsed || 'fault' in parsed) {
    row.leaveOut(fault ?? 'bad_date', target)
    return undefined
  }
  if (parsed.serial) row.hint('date_serial', target)
  return parsed.day
}

/** Returns the order of a date. In a column with both orders only a number above 12 shows it; undefined if there is none. */
export function orderOf(text: string, column: DayOrder | 'mixed' | 'open' | undefined): DayOrder | undefined {
  if (column !== 'mixed') return column === 'mdy' ? 'mdy' : 'dmy'
  const [first, second] = localNumbers(text) ?? [0, 0]
  if (second > 12) return 'mdy'
  return first > 12 || first === second ? 'dmy' : undefined
}
