import { idAfter } from '@/lib/values/ids'
import type { ConsentAction, Preference, Purpose } from './schema'

/** The tab with a customer's preferences and their ledger. */
export const toPreferences = ({ customerId }: { customerId: string }) => `/customers/${customerId}/preferences`

/** The form that also asks for the reason and the source, filled in with `choice`. */
export const toRecordPreference = (
  customerId: string,
  choice?: { preference: Preference; purpose: Purpose; action: ConsentAction },
) => `${toPreferences({ customerId })}/record${choice ? `?${new URLSearchParams(choice)}` : ''}`

/** The page of the ledger that begins with this entry. */
export const toLedgerEntry = (customerId: string, entryId: string) =>
  `${toPreferences({ customerId })}?cursor=${idAfter(entryId)}#ledger`
