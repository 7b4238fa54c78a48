import type { CountryCode } from '@/lib/values/phones'
import { isOptOutColumn } from '../customers/synonyms'
import { headerKey } from '../reading/headers'
import { TARGETS, type Mapping, type Target } from '../customers/targets'
import type { RowPlan } from './types'

type Columns = {
  headers: readonly string[]
  mapping: Mapping
  keepAttributes: boolean
  country?: CountryCode
  dayOrders?: RowPlan['dayOrders']
}
type Store = { id: string; code: string; name: string }

/** The suffix of the columns that our report adds, so that importing a corrected report does not make them attributes. */
export const REPORT_MARK = '(Retrato)'

/** Converts a mapping by column names into one by positions. */
export function planRows(
  { headers, mapping, keepAttributes, country = 'BR', dayOrders }: Columns,
  stores: readonly Store[],
  today: string,
): RowPlan {
  const at: Partial<Record<Target, number>> = {}
  for (const target of TARGETS) {
    const header = mapping[target]
    const index = header === undefined ? -1 : headers.indexOf(header)
    if (index >= 0) at[target] = index
  }
  const taken = new Set(Object.values(at))
  const free = headers.flatMap((header, index) =>
    taken.has(index) || header.endsWith(REPORT_MARK) || isOptOutColumn(header) ? [] : [index],
  )
  const byKey = stores.flatMap(
    (store) =>
      [
        [headerKey(store.name), store.id],
        [headerKey(store.code), store.id],
      ] as const,
  )
  const attributes = keepAttributes ? free : []
  return { headers, at, keepAttributes, attributes, stores: new Map(byKey), today, country, dayOrders }
}
