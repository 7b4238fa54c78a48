export const CASES = '/cases'

/** The section with a customer's cases. */
export const toCases = (customerId: string) => `/customers/${customerId}/cases`

export const toNewCase = (customerId: string) => `${toCases(customerId)}/new`

export const toCase = (customerId: string, caseId: string) => `${toCases(customerId)}/${caseId}`
