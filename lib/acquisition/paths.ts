/** The section with how a customer came to the company. */
export const toAcquisition = (customerId: string) => `/customers/${customerId}/acquisition`

/** The form for a contact that somebody records by hand. */
export const toNewTouch = (customerId: string) => `${toAcquisition(customerId)}/new`
