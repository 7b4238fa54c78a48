import { decimalText } from '@/lib/values/money'
import { parseMoney } from '@/lib/values/parse-money'
import type { Target } from '../targets'
import type { PurchaseReader } from './types'

type Sign = 'positive' | 'any'

/**
 * Reads an amount in minor units; undefined when the cell is empty or wrong. A wrong amount rejects the row, because sums must be exact.
 * The decimal mark of the column decides; without one, the amount itself must be unambiguous.
 */
export function readAmount(
  row: PurchaseReader,
  target: Target,
  currency: string,
  sign: Sign = 'positive',
): number | undefined {
  const text = row.text(target)
  if (!text) return undefined
  const decimalMark = row.plan.decimalMarks?.[target] ?? undefined
  const parsed = parseMoney(text, { currency, decimalMark })
  if (!parsed.ok) {
    row.problem(`amount_${parsed.problem}`, target)
    return undefined
  }
  const { amount } = parsed.money
  if (amount < 0 && sign === 'positive') row.problem('amount_negative', target)
  return amount
}

/** A currency with three decimals, so that quantities are read by the rules of amounts. */
const THOUSANDTHS = 'KWD'

/** The largest quantity of a line, in thousandths. */
const QUANTITY_MAX = 999_999_999_999

/** Reads a quantity in thousandths; undefined when the cell is empty or wrong. */
export function readQuantity(row: PurchaseReader): number | undefined {
  const quantity = readAmount(row, 'quantity', THOUSANDTHS, 'any')
  if (quantity !== undefined && Math.abs(quantity) > QUANTITY_MAX) row.problem('amount_too_large', 'quantity')
  return quantity
}

/** 1500 thousandths are `1.5`. */
export const quantityText = (thousandths: number): string =>
  decimalText(thousandths, 3).replace(/0+$/, '').replace(/\.$/, '')
