/** The section with a customer's reasons, interactions and reminders. */
export const toAgenda = (customerId: string) => `/customers/${customerId}/agenda`

export const toReason = (customerId: string, reasonId: string) => `${toAgenda(customerId)}/reasons/${reasonId}`

export const toInteraction = (customerId: string, interactionId: string) =>
  `${toAgenda(customerId)}/interactions/${interactionId}`

/** The form that records an interaction that is over already. */
export const toNewInteraction = (customerId: string) => `${toAgenda(customerId)}/interactions/new`

export const toNewReminder = (customerId: string) => `${toAgenda(customerId)}/reminders/new`

export const toReminder = (customerId: string, reminderId: string) => `${toAgenda(customerId)}/reminders/${reminderId}`

/** The section with a customer's reservations. */
export const toReservations = (customerId: string) => `/customers/${customerId}/reservations`

export const toNewReservation = (customerId: string) => `${toReservations(customerId)}/new`

export const toReservation = (customerId: string, reservationId: string) =>
  `${toReservations(customerId)}/${reservationId}`

/** The rules of the agenda, under Administration. */
export const AGENDA_RULES = '/agenda/rules'

export const NEW_AGENDA_RULE = `${AGENDA_RULES}/new`

export const toAgendaRule = (ruleId: string) => `${AGENDA_RULES}/${ruleId}`
