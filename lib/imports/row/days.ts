import { localNumbers, parseDay, type DayOrder } from './day'
import type { RowReader } from './reader'

type DayTarget = 'birthOn' | 'registeredOn' | 'lastPurchaseOn'

/** A day of the past. One that cannot be read is left out, since it is no reason to lose the customer. */
export function readDay(row: RowReader, target: DayTarget): string | undefined {
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

/** In a column of both orders only a number above 12 tells the order; otherwise it is undefined. */
function orderOf(text: string, column: DayOrder | 'mixed' | 'open' | undefined): DayOrder | undefined {
  if (column !== 'mixed') return column === 'mdy' ? 'mdy' : 'dmy'
  const [first, second] = localNumbers(text) ?? [0, 0]
  if (second > 12) return 'mdy'
  return first > 12 || first === second ? 'dmy' : undefined
}
