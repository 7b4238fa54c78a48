/** The tab with a customer's preferences and their ledger. */
export const toPreferences = ({ customerId }: { customerId: string }) => `/customers/${customerId}/preferences`
