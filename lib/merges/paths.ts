/** The page that finds the other customer; with it, the comparison of both. */
export const toMerge = (customerId: string, otherId?: string) =>
  `/customers/${customerId}/merge${otherId ? `?with=${otherId}` : ''}`

/** The address of the form that chooses both customers in a list. */
export const TO_PICKED_MERGE = '/customers/merge'

/** The records that were merged into a customer, with what each of them contributes. */
export const toMerges = (customerId: string) => `/customers/${customerId}/merges`

/** The preview of an undo. */
export const toUndoMerge = (customerId: string, mergeId: string) => `${toMerges(customerId)}/${mergeId}/undo`
