/** Asks whether a field should get the value back that it had before an event. */
export const toRestore = (customerId: string, seq: number, field: string) =>
  `/customers/${customerId}/history/restore?event=${seq}&field=${field}`
