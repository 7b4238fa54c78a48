export const toCustomerDashboard = (customerId: string) => `/customers/${customerId}/dashboard`

/** The path with the parameters that have a value. */
export function withQuery(path: string, values: Record<string, string | undefined>): string {
  const params = new URLSearchParams(Object.entries(values).flatMap(([key, value]) => (value ? [[key, value]] : [])))
  return params.size ? `${path}?${params}` : path
}
