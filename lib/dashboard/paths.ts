export const toCustomerDashboard = (customerId: string) => `/customers/${customerId}/dashboard`
