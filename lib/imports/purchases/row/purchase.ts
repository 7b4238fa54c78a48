import { CURRENCIES } from '@/lib/values/currencies'
import { headerKey } from '../../reading/headers'
import type { Target } from '../targets'
import { readAmount } from './amount'
import { readSituation } from './situation'
import { readInstant } from './times'
import type { PurchasePart, PurchaseReader } from './types'

const ID_CHARS_MAX = 200
const TEXT_CHARS_MAX = 200
export const DEFAULT_CURRENCY = 'BRL'

/** Reads the currency of a row: its own, else that of the company. */
export function readCurrency(row: PurchaseReader): string {
  const code = row.text('currency').toUpperCase()
  if (!code) return DEFAULT_CURRENCY
  if (!CURRENCIES.includes(code)) row.problem('currency_unknown', 'currency')
  return code
}

/** Reads an id of the source. A missing one rejects the row, unless it is optional. */
export function readId(row: PurchaseReader, target: Target, optional = false): string {
  const id = row.text(target)
  if (!id && !optional) row.problem('id_missing', target)
  if (id.length > ID_CHARS_MAX) row.problem('too_long', target)
  return id
}

/** Reads the columns of a purchase; undefined when one of them is wrong. */
export function readPurchase(row: PurchaseReader): PurchasePart | undefined {
  const externalId = readId(row, 'purchaseId')
  const purchasedAt = readInstant(row, 'purchasedAt')
  const currency = readCurrency(row)
  const total = readAmount(row, 'total', currency)
  const freight = readAmount(row, 'freight', currency)
  const storeId = readStore(row)
  if (row.problems.length || !purchasedAt) return undefined
  if (freight !== undefined && total === undefined) row.leaveOut('freight_without_total', 'freight')
  return {
    externalId,
    purchasedAt,
    currency,
    total: total ?? null,
    ...(freight !== undefined && { freight }),
    ...(isCancelled(row)
      ? { situation: 'cancelled', sourceSituation: row.text('situation') || null }
      : readSituation(row)),
    ...optional('payment', shortText(row, 'payment')),
    ...(storeId && { storeId }),
    ...optional('invoiceNumber', shortText(row, 'invoiceNumber')),
    ...optional('invoiceUrl', readUrl(row)),
    seller: shortText(row, 'seller') || null,
  }
}

const optional = <K extends string>(name: K, value: string) =>
  (value ? { [name]: value } : {}) as Partial<Record<K, string>>

function shortText(row: PurchaseReader, target: Target): string {
  const value = row.text(target).replace(/\s+/g, ' ')
  if (value.length > TEXT_CHARS_MAX) row.leaveOut('shortened', target)
  return value.slice(0, TEXT_CHARS_MAX)
}

/** An id such as `C536379`, or a word that says yes. */
const MARK = /^(c\d.*|1|s|y|x|sim|si|yes|true|cancelad[oa]|cancell?ed|anulad[oa])$/

/** Whether the mapped column marks the purchase as cancelled. */
export function isCancelled(row: PurchaseReader): boolean {
  const isMarked = MARK.test(headerKey(row.text('cancellationMark')))
  if (isMarked) row.hint('marked_cancelled', 'cancellationMark')
  return isMarked
}

function readUrl(row: PurchaseReader): string {
  const text = row.text('invoiceUrl')
  if (!text) return ''
  const url = URL.canParse(text) ? new URL(text) : null
  const isRight = url && (url.protocol === 'https:' || url.protocol === 'http:') && text.length <= 2000
  if (!isRight) row.leaveOut('bad_url', 'invoiceUrl')
  return isRight ? url.href : ''
}

/** Reads the store, by its code or its name. An unknown one is left out. */
export function readStore(row: PurchaseReader): string | undefined {
  const text = row.text('store')
  const id = row.plan.stores.get(headerKey(text))
  if (text && !id) row.leaveOut('unknown_store', 'store')
  return id
}
