export const toTimeline = (customerId: string) => `/customers/${customerId}/timeline`
