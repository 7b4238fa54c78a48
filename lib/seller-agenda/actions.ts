'use server'

import { completeReminder } from '@/lib/agenda/commands/reminders'
import { confirmReservation } from '@/lib/agenda/commands/reservations'
import { changeAgendaSettings } from '@/lib/agenda/settings/change'
import { intent, intentAction } from '@/lib/http/button-action'
import { formAction } from '@/lib/http/form-action'
import { recordResult } from './commands/record'
import { startContact } from './commands/start'
import { setOpenPhoneCookie } from './open-phone-cookie'
import { AGENDA, AGENDA_SETTINGS, toContact } from './paths'

/** The buttons that call or write: they start the contact and open its page, which opens the phone or WhatsApp. */
export const startContactAction = intentAction({
  start: intent(startContact, ['means', 'customerId', 'reasonId'], {
    redirectTo: toContact,
    onSuccess: setOpenPhoneCookie,
  }),
})

export const recordResultAction = formAction(recordResult, {
  redirectTo: () => AGENDA,
  flash: 'contact_recorded',
  repeatedFlash: 'saved_before',
})

/** The buttons that confirm a reservation or complete a reminder without a form. */
export const settleAction = intentAction({
  confirm: intent(confirmReservation, ['customerId', 'reservationId', 'version'], { flash: 'reservation_confirmed' }),
  complete: intent(completeReminder, ['customerId', 'reminderId', 'version'], { flash: 'reminder_done' }),
})

export const changeSettingsAction = formAction(changeAgendaSettings, {
  redirectTo: () => AGENDA_SETTINGS,
  flash: 'saved',
})
