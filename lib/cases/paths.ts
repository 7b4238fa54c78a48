export const CASES = '/cases'

/** The section with a customer's cases. */
export const toCases = (customerId: string) => `/customers/${customerId}/cases`

/** `target`: see `targetText`. */
export const toNewCase = (customerId: string, target?: string) =>
  `${toCases(customerId)}/new${target ? `?${new URLSearchParams({ target })}` : ''}`

export const toCase = (customerId: string, caseId: string) => `${toCases(customerId)}/${caseId}`

/** The list of states, under Administration. */
export const CASE_STATES = '/case-states'

export const toState = (stateId: string) => `${CASE_STATES}/${stateId}`

/** The id of the form of the buttons that move a state. */
export const STATE_FORM = 'casestate'
