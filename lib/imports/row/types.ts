import type { RowReason } from '@/db/schema/imports'
import type { DecimalMark } from '@/lib/values/parse-money'
import type { CountryCode } from '@/lib/values/phones'
import type { ColumnOrder } from './day-orders'

/** How the columns of one file are read. `Target` names the fields that its kind of file has. */
export type RowPlan<Target extends string> = {
  headers: readonly string[]
  at: Partial<Record<Target, number>>
  keepAttributes: boolean
  /** Columns without a target that become attributes. */
  attributes: readonly number[]
  /** Store by code and by name, both as `headerKey`. */
  stores: ReadonlyMap<string, string>
  today: string
  /** The country of local phones in rows without a country. */
  country: CountryCode
  /** The order of day and month in each column of days. */
  dayOrders?: Partial<Record<Target, ColumnOrder>> | undefined
  /** The decimal mark in each column of amounts; null where the amounts do not show it. */
  decimalMarks?: Partial<Record<Target, DecimalMark | null>> | undefined
}

/** What a row says, and the findings about it. */
export type ReadFindings = {
  /** Reasons that reject the row. */
  problems: RowReason[]
  /** Values that were left out. */
  notes: RowReason[]
  /** Values that were corrected. */
  hints: RowReason[]
}

export type { RowReason }
