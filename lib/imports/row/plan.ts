import type { CountryCode } from '@/lib/values/phones'
import type { Mapping } from '../kinds/rows'
import { headerKey } from '../reading/headers'
import type { RowPlan } from './types'

type Columns<Target extends string> = {
  targets: readonly Target[]
  headers: readonly string[]
  mapping: Mapping<Target>
  keepAttributes: boolean
  country?: CountryCode
  dayOrders?: RowPlan<Target>['dayOrders']
  decimalMarks?: RowPlan<Target>['decimalMarks']
  /** Whether a column without a target must not become an attribute. */
  isDropped?: (header: string) => boolean
}
type Store = { id: string; code: string; name: string }

/** The suffix of the columns that our report adds, so that importing a corrected report does not make them attributes. */
export const REPORT_MARK = '(Retrato)'

/** Converts a mapping by column names into one by positions. */
export function planRows<Target extends string>(
  { targets, headers, mapping, keepAttributes, country = 'BR', dayOrders, decimalMarks, isDropped }: Columns<Target>,
  stores: readonly Store[],
  today: string,
): RowPlan<Target> {
  const at: Partial<Record<Target, number>> = {}
  for (const target of targets) {
    const header = mapping[target]
    const index = header === undefined ? -1 : headers.indexOf(header)
    if (index >= 0) at[target] = index
  }
  const taken = new Set<unknown>(Object.values(at))
  const free = headers.flatMap((header, index) =>
    taken.has(index) || header.endsWith(REPORT_MARK) || isDropped?.(header) ? [] : [index],
  )
  const byKey = stores.flatMap(
    (store) =>
      [
        [headerKey(store.name), store.id],
        [headerKey(store.code), store.id],
      ] as const,
  )
  const attributes = keepAttributes ? free : []
  return { headers, at, keepAttributes, attributes, stores: new Map(byKey), today, country, dayOrders, decimalMarks }
}
