import { ITEM_TARGETS } from '../targets'
import { quantityText, readAmount, readQuantity } from './amount'
import type { ItemPart, PurchaseReader } from './types'

const LINE_MAX = 32_767
const TEXT_CHARS_MAX = 300

/** `quantity` is in thousandths, and negative for goods that were given back. */
type ReadItem = { item: ItemPart; isNegative: boolean }

/** Whether the row has a value of an item. */
export const hasItem = (row: PurchaseReader): boolean => ITEM_TARGETS.some((target) => row.text(target))

/**
 * Reads the item of a row; undefined when it is wrong. Without a quantity it is one piece; a total or a unit price that is missing follows
 * from the other.
 */
export function readItem(row: PurchaseReader, purchase: string, currency: string): ReadItem | undefined {
  const line = readLine(row)
  const thousandths = readQuantity(row) ?? 1000
  const isNegative = thousandths < 0
  const quantity = Math.abs(thousandths)
  if (thousandths === 0) row.problem('quantity_zero', 'quantity')
  const price = readAmount(row, 'unitPrice', currency)
  const discount = readAmount(row, 'discount', currency)
  const stated = readAmount(row, 'itemTotal', currency, isNegative ? 'any' : 'positive')
  const freight = readAmount(row, 'itemFreight', currency)
  if (row.problems.length) return undefined
  if (price === undefined && stated === undefined) {
    row.problem('price_missing', row.plan.at.unitPrice === undefined ? 'itemTotal' : 'unitPrice')
    return undefined
  }
  const total = stated === undefined ? undefined : Math.abs(stated)
  const product = price === undefined ? undefined : BigInt(price) * BigInt(quantity)
  const computed = product === undefined ? undefined : rounded(product, 1000) - (discount ?? 0)
  if (computed !== undefined && computed < 0) {
    row.problem('discount_too_large', 'discount')
    return undefined
  }
  if (total !== undefined && computed !== undefined && total !== computed)
    row.leaveOut('item_total_differs', 'itemTotal')
  const unitPrice = price ?? rounded((BigInt(total!) + BigInt(discount ?? 0)) * 1000n, quantity)
  // Larger numbers are not exact, and the database has no room for some of them.
  if (![unitPrice, total ?? computed].every(Number.isSafeInteger)) {
    row.problem('amount_too_large', price === undefined ? 'itemTotal' : 'unitPrice')
    return undefined
  }
  if (total === undefined && product! % 1000n !== 0n) row.hint('item_total_rounded', 'unitPrice')
  const sku = text(row, 'sku')
  return {
    isNegative,
    item: {
      purchase,
      line,
      ...(sku && { sku }),
      description: text(row, 'description') || sku || purchase,
      quantity: quantityText(quantity),
      unitPrice,
      ...(discount !== undefined && { discount }),
      total: total ?? computed!,
      ...(freight !== undefined && { freight }),
    },
  }
}

/** Divides whole numbers exactly, half up. */
const rounded = (dividend: bigint, divisor: number): number =>
  Number((2n * dividend + BigInt(divisor)) / (2n * BigInt(divisor)))

function readLine(row: PurchaseReader): number | null {
  const digits = row.text('line').replace(/[.,]0+$/, '')
  if (!digits) {
    if (row.plan.at.line !== undefined) row.problem('line_missing', 'line')
    return null
  }
  const line = /^\d{1,5}$/.test(digits) ? Number(digits) : 0
  if (line < 1 || line > LINE_MAX) row.problem('bad_line_number', 'line')
  return line
}

function text(row: PurchaseReader, target: 'sku' | 'description'): string {
  const value = row.text(target).replace(/\s+/g, ' ')
  if (value.length > TEXT_CHARS_MAX) row.leaveOut('shortened', target)
  return value.slice(0, TEXT_CHARS_MAX)
}
