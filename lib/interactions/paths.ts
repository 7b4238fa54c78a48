export const toInteractions = (customerId: string): string => `/customers/${customerId}/interactions`

export const toInteraction = ({ customerId, sendId }: { customerId: string; sendId: string }): string =>
  `${toInteractions(customerId)}/${sendId}`
