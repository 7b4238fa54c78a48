import type { RawRow } from '../../reading/row-assembler'
import { notData } from '../../row/not-data'
import { RowReader } from '../../row/reader'
import { USE_TARGETS, type PurchaseFile, type Target } from '../targets'
import { quantityText, readAmount, readQuantity } from './amount'
import { readCustomerKeys } from './customer-keys'
import { hasItem, readItem } from './item'
import { DEFAULT_CURRENCY, readCurrency, readId, readPurchase, readStore } from './purchase'
import { readAnyDay, readInstant } from './times'
import type { Parts, PartsRow, PurchasePlan, PurchaseReader } from './types'

/** Reads a row of a file about purchases, without side effects. Every wrong amount, date or id rejects the row. */
export function readPartsRow(file: PurchaseFile, raw: RawRow, number: number, plan: PurchasePlan): PartsRow {
  const { cells, problems, hints } = raw
  const row = new RowReader<Target>(plan, cells)
  const fault = notData(cells, plan.headers) ?? widthFault(cells, plan)
  const none: Parts = { customer: null }
  const parts = fault ? none : READERS[file](row)
  return {
    row: number,
    cells,
    parts,
    problems: [...problems, ...(fault ? [{ code: fault }] : row.problems)],
    notes: row.notes,
    hints: [...hints, ...row.hints],
  }
}

/** A row with fewer cells than the header is rejected: a missing cell would move amounts into other columns. */
function widthFault(cells: readonly string[], { headers, at }: PurchasePlan): string | null {
  if (cells.slice(headers.length).some((cell) => cell.trim())) return 'too_many_cells'
  const lastNeeded = Math.max(...Object.values(at))
  return cells.length > lastNeeded || cells.length >= headers.length ? null : 'too_few_cells'
}

const READERS: Record<PurchaseFile, (row: PurchaseReader) => Parts> = {
  purchases: readPurchaseRow,
  purchase_items: readItemRow,
  purchase_returns: readReturnRow,
  credits: readCreditRow,
}

function readPurchaseRow(row: PurchaseReader): Parts {
  const purchase = readPurchase(row)
  const customer = readCustomerKeys(row)
  if (!purchase || !hasItem(row)) return { customer, ...(purchase && { purchase }) }
  const read = readItem(row, purchase.externalId, purchase.currency)
  if (!read) return { customer }
  const { item, isNegative } = read
  if (!isNegative || purchase.situation === 'cancelled') return { customer, purchase, item }
  if (row.plan.at.negativeQuantity === undefined) {
    row.problem('quantity_negative', 'quantity')
    return { customer }
  }
  row.hint('marked_returned', 'quantity')
  const { total, line, quantity, description: reason } = item
  // Without a line number, the order of the rows numbers the returns, as it numbers the items.
  const externalId = line === null ? '' : `${purchase.externalId} ${line}`
  return {
    customer,
    purchase,
    return: {
      ...{ purchase: purchase.externalId, externalId, line: null, quantity, amount: total, reason },
      returnedAt: purchase.purchasedAt,
    },
  }
}

function readItemRow(row: PurchaseReader): Parts {
  const read = readItem(row, readId(row, 'purchaseId'), DEFAULT_CURRENCY)
  if (read?.isNegative) row.problem('quantity_negative', 'quantity')
  return { customer: null, ...(read && { item: read.item }) }
}

function readReturnRow(row: PurchaseReader): Parts {
  const [purchase, externalId] = [readId(row, 'purchaseId'), readId(row, 'returnId')]
  const line = row.text('line')
  const returnedAt = readInstant(row, 'returnedAt')
  const amount = readAmount(row, 'returnAmount', DEFAULT_CURRENCY)
  const quantity = readQuantity(row)
  if (line && !/^\d{1,5}$/.test(line)) row.problem('bad_line_number', 'line')
  if (amount === undefined && !row.problems.length) row.problem('amount_missing', 'returnAmount')
  if (quantity !== undefined && quantity <= 0) row.problem('quantity_zero', 'quantity')
  if (row.problems.length || !returnedAt) return { customer: null }
  const reason = row.text('returnReason').slice(0, 300) || null
  return {
    customer: null,
    return: {
      ...{ purchase, externalId, line: line ? Number(line) : null, amount: amount!, returnedAt },
      ...(reason && { reason }),
      ...(quantity !== undefined && { quantity: quantityText(quantity) }),
    },
  }
}

function readCreditRow(row: PurchaseReader): Parts {
  const externalId = readId(row, 'creditId')
  const isUse = USE_TARGETS.some((target) => row.text(target))
  const parts: Parts = { customer: null }
  if (row.text('creditAmount') || !isUse) Object.assign(parts, readCredit(row, externalId))
  if (isUse) Object.assign(parts, readUse(row, externalId))
  return row.problems.length ? { customer: null } : parts
}

function readCredit(row: PurchaseReader, externalId: string): Pick<Parts, 'customer' | 'credit'> {
  const currency = readCurrency(row)
  const amount = readAmount(row, 'creditAmount', currency)
  const generatedAt = readInstant(row, 'generatedAt')
  const expiresOn = readAnyDay(row, 'expiresOn')
  const storeId = readStore(row)
  const purchase = readId(row, 'purchaseId', true)
  const customer = readCustomerKeys(row)
  if (!amount && !row.problems.length) row.problem('amount_missing', 'creditAmount')
  if (row.problems.length || !generatedAt) return { customer }
  return {
    customer,
    credit: {
      ...{ externalId, currency, amount: amount!, generatedAt },
      ...(expiresOn && { expiresOn }),
      ...(purchase && { purchase }),
      ...(storeId && { storeId }),
    },
  }
}

function readUse(row: PurchaseReader, credit: string): Pick<Parts, 'use'> {
  const externalId = readId(row, 'useId')
  const amount = readAmount(row, 'useAmount', readCurrency(row))
  const usedAt = readInstant(row, 'usedAt')
  const purchase = readId(row, 'usedPurchaseId', true)
  if (!amount && !row.problems.length) row.problem('amount_missing', 'useAmount')
  if (row.problems.length || !usedAt) return {}
  return { use: { credit, externalId, amount: amount!, usedAt, ...(purchase && { purchase }) } }
}
