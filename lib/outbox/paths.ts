export const OUTBOX = '/outbox'

export const toDelivery = (id: string): string => `${OUTBOX}/${id}`
