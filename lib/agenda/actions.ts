'use server'

import { formAction } from '@/lib/http/form-action'
import { buttonAction } from '@/lib/http/button-action'
import { changeInteraction, closeInteraction, recordInteraction, startInteraction } from './commands/interactions'
import { cancelReason } from './commands/reasons'
import { cancelReminder, changeReminder, completeReminder, createReminder } from './commands/reminders'
import { cancelReservation, confirmReservation, createReservation } from './commands/reservations'
import { toAgenda, toInteraction, toReservations } from './paths'

type CustomerInput = { customerId: string }

const toAgendaSection = ({ customerId }: CustomerInput) => toAgenda(customerId)
const toInteractionPage = ({ customerId, interactionId }: CustomerInput & { interactionId: string }) =>
  toInteraction(customerId, interactionId)
const toReservationsSection = ({ customerId }: CustomerInput) => toReservations(customerId)

/** The button that starts a contact. It leads to the page that records the result. */
export const startInteractionAction = buttonAction(startInteraction, {
  redirectTo: toInteractionPage,
  flash: 'agenda_interaction_started',
})

export const changeInteractionAction = formAction(changeInteraction, {
  redirectTo: toInteractionPage,
  flash: 'agenda_interaction_changed',
})

export const closeInteractionAction = formAction(closeInteraction, {
  redirectTo: toAgendaSection,
  flash: 'agenda_interaction_closed',
})

export const recordInteractionAction = formAction(recordInteraction, {
  redirectTo: toAgendaSection,
  flash: 'agenda_interaction_closed',
  repeatedFlash: 'saved_before',
})

export const cancelReasonAction = formAction(cancelReason, {
  redirectTo: toAgendaSection,
  flash: 'agenda_reason_cancelled',
})

export const createReminderAction = formAction(createReminder, {
  redirectTo: toAgendaSection,
  flash: 'reminder_created',
  repeatedFlash: 'saved_before',
})

export const changeReminderAction = formAction(changeReminder, {
  redirectTo: toAgendaSection,
  flash: 'reminder_changed',
})

export const completeReminderAction = buttonAction(completeReminder, {
  redirectTo: toAgendaSection,
  flash: 'reminder_done',
})

export const cancelReminderAction = buttonAction(cancelReminder, {
  redirectTo: toAgendaSection,
  flash: 'reminder_cancelled',
})

export const createReservationAction = formAction(createReservation, {
  redirectTo: toReservationsSection,
  flash: 'reservation_created',
  repeatedFlash: 'saved_before',
})

export const confirmReservationAction = formAction(confirmReservation, {
  redirectTo: toReservationsSection,
  flash: 'reservation_confirmed',
})

export const cancelReservationAction = formAction(cancelReservation, {
  redirectTo: toReservationsSection,
  flash: 'reservation_cancelled',
})
