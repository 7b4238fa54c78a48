'use server'

import { formAction } from '@/lib/http/form-action'
import { buttonAction } from '@/lib/http/button-action'
import { changeInteraction, closeInteraction, recordInteraction, startInteraction } from './commands/interactions'
import { cancelReason } from './commands/reasons'
import { cancelReminder, changeReminder, completeReminder, createReminder } from './commands/reminders'
import { cancelReservation, confirmReservation, createReservation } from './commands/reservations'
import { toAgenda, toInteraction, toReservations } from './paths'

type OfCustomer = { customerId: string }

const toSection = ({ customerId }: OfCustomer) => toAgenda(customerId)
const toOpen = ({ customerId, interactionId }: OfCustomer & { interactionId: string }) =>
  toInteraction(customerId, interactionId)
const toList = ({ customerId }: OfCustomer) => toReservations(customerId)

/** The button that starts a contact. It leads to the page that records the result. */
export const startInteractionAction = buttonAction(startInteraction, {
  redirectTo: toOpen,
  flash: 'agenda_interaction_started',
})

export const changeInteractionAction = formAction(changeInteraction, {
  redirectTo: toOpen,
  flash: 'agenda_interaction_changed',
})

export const closeInteractionAction = formAction(closeInteraction, {
  redirectTo: toSection,
  flash: 'agenda_interaction_closed',
})

export const recordInteractionAction = formAction(recordInteraction, {
  redirectTo: toSection,
  flash: 'agenda_interaction_closed',
  repeatedFlash: 'saved_before',
})

export const cancelReasonAction = formAction(cancelReason, { redirectTo: toSection, flash: 'agenda_reason_cancelled' })

export const createReminderAction = formAction(createReminder, {
  redirectTo: toSection,
  flash: 'reminder_created',
  repeatedFlash: 'saved_before',
})

export const changeReminderAction = formAction(changeReminder, { redirectTo: toSection, flash: 'reminder_changed' })

export const completeReminderAction = buttonAction(completeReminder, { redirectTo: toSection, flash: 'reminder_done' })

export const cancelReminderAction = buttonAction(cancelReminder, { redirectTo: toSection, flash: 'reminder_cancelled' })

export const createReservationAction = formAction(createReservation, {
  redirectTo: toList,
  flash: 'reservation_created',
  repeatedFlash: 'saved_before',
})

export const confirmReservationAction = formAction(confirmReservation, {
  redirectTo: toList,
  flash: 'reservation_confirmed',
})

export const cancelReservationAction = formAction(cancelReservation, {
  redirectTo: toList,
  flash: 'reservation_cancelled',
})
