import type { CHANNELS, PostalAddress } from '@/db/schema/contacts'
import type { Preference, Purpose } from '@/lib/consents/schema'
import type { TaxIdType } from '@/lib/values/tax-id'
import type { RowReader } from '../../row/reader'
import type { RowPlan } from '../../row/types'
import type { Target } from '../targets'

/** One row of a file of customers. */
export type CustomerRow = RowReader<Target>
export type CustomerPlan = RowPlan<Target>

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
  /** A second id of the same source, such as the one that its orders use. */
  otherId: string | null
  document: { type: TaxIdType; number: string } | null
  kind: 'person' | 'company'
  fields: RowFields
  points: RowPoint[]
  attributes: Record<string, string>
  optOuts: OptOut[]
}
