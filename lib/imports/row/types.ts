import type { CHANNELS, PostalAddress } from '@/db/schema/contacts'
import type { RowReason } from '@/db/schema/imports'
import type { Preference, Purpose } from '@/lib/consents/schema'
import type { TaxIdType } from '@/lib/values/tax-id'
import type { CountryCode } from '@/lib/values/phones'
import type { Target } from '../customers/targets'
import type { ColumnOrder } from './day-orders'

export type Channel = (typeof CHANNELS)[number]

/** A contact point of a row. */
export type RowPoint = {
  channel: Channel
  value: string
  normalized: string
  matchKey: string | null
  address: PostalAddress | null
  /** `ramal 23` */
  label?: string
}

/** Registration fields of a row; empty ones are absent. */
export type RowFields = {
  name?: string
  preferredName?: string
  birthOn?: string
  sex?: 'female' | 'male' | 'other' | 'undisclosed'
  registeredOn?: string
  storeId?: string
  howMet?: string
  lastPurchaseOn?: string
  remarks?: string
}

/** A cancellation that a row reports, with the column and value that say so. */
export type OptOut = { preference: Preference; purpose: Purpose; reason: string; on: string | null }

/** The normalised values of a valid row. */
export type Candidate = {
  externalId: string | null
  document: { type: TaxIdType; number: string } | null
  kind: 'person' | 'company'
  fields: RowFields
  points: RowPoint[]
  attributes: Record<string, string>
  optOuts: OptOut[]
}

/** How the columns of one file are read. */
export type RowPlan = {
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
}

export type { RowReason }
