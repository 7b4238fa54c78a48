import type { Target } from '../targets'
import { orderOf } from '../../row/days'
import { parseInstant } from './instant'
import type { PurchaseReader } from './types'

/** Reads an instant in the past. A wrong or missing one rejects the row, because figures by year depend on it. */
export function readInstant(row: PurchaseReader, target: Target): Date | undefined {
  const text = row.text(target)
  if (!text) {
    row.problem('date_missing', target)
    return undefined
  }
  const order = orderOf(text, row.plan.dayOrders?.[target])
  const parsed = order ? parseInstant(text, { today: row.plan.today, order }) : { fault: 'instant_ambiguous' }
  const fault = !parsed ? 'date_missing' : 'fault' in parsed ? parsed.fault : null
  if (fault || !parsed || 'fault' in parsed) {
    row.problem(fault === 'bad_date' ? 'bad_instant' : (fault ?? 'bad_instant'), target)
    return undefined
  }
  if (parsed.day > row.plan.today) row.problem('future_instant', target)
  return parsed.at
}

/** Reads a day that may be in the future; a wrong one is left out with a note. */
export function readAnyDay(row: PurchaseReader, target: Target): string | undefined {
  const text = row.text(target)
  if (!text) return undefined
  const order = orderOf(text, row.plan.dayOrders?.[target])
  const parsed = order ? parseInstant(text, { today: '9999-12-31', order }) : null
  if (parsed && 'day' in parsed) return parsed.day
  row.leaveOut(order ? 'bad_date' : 'date_ambiguous', target)
  return undefined
}
