export const toInteractions = (customerId: string): string => `/customers/${customerId}/interactions`

export const toInteraction = ({ customerId, sendId }: { customerId: string; sendId: string }): string =>
  `${toInteractions(customerId)}/${sendId}`

/** The page that redirects to the message of the last interaction. */
export const toLastInteraction = (customerId: string): string => `${toInteractions(customerId)}/last`
