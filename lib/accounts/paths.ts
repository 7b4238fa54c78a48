/** The section with a customer's accounts. */
export const toAccounts = (customerId: string) => `/customers/${customerId}/accounts`

export const toNewAccount = (customerId: string) => `${toAccounts(customerId)}/new`

export const toAccount = (customerId: string, accountId: string) => `${toAccounts(customerId)}/${accountId}`

/** The page that links an unlinked account to another customer. */
export const toLinkAccount = (customerId: string, accountId: string) => `${toAccount(customerId, accountId)}/link`
