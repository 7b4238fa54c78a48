/** The page that lists every section of a customer. */
export const toMore = (customerId: string) => `/customers/${customerId}/more`
