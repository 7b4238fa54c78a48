/** Asks whether a field should get the value back that it had before an event. */
export const toRestore = (customerId: string, seq: number, field: string) =>
  `/customers/${customerId}/history/restore?event=${seq}&field=${field}`

export const toHistory = (customerId: string) => `/customers/${customerId}/history`

/** The id of an event's entry in the history. */
export const historyAnchor = ({ customerId, seq }: { customerId: string; seq: number }) => `event-${customerId}-${seq}`

/** The history of one day, at one event. */
export const toHistoryOf = (customerId: string, event: { customerId: string; seq: number; day: string }) =>
  `${toHistory(customerId)}?${new URLSearchParams({ from: event.day, to: event.day })}#${historyAnchor(event)}`
