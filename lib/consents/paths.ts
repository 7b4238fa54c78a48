/** The tab with a customer's preferences and their ledger. */
export const toPreferences = ({ customerId }: { customerId: string }) => `/customers/${customerId}/preferences`

/** The form that also asks for the reason. */
export const toRecordPreference = (customerId: string) => `${toPreferences({ customerId })}/record`
