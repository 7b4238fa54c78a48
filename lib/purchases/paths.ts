/** The section with a customer's metrics and purchases. */
export const toPurchases = (customerId: string) => `/customers/${customerId}/purchases`

export const toNewPurchase = (customerId: string) => `${toPurchases(customerId)}/new`

export const toPurchase = (customerId: string, purchaseId: string) => `${toPurchases(customerId)}/${purchaseId}`
