import { z } from 'zod'
import { AGENDA_FEEDBACKS, AGENDA_MEANS, AGENDA_SITUATIONS } from '@/db/schema/agenda-contacts'
import { optionalId, optionalText, requiredText, uuid, version } from '@/lib/values/fields'
import { isDay } from '@/lib/values/instants'

/** How an interaction can end, as a person records it. A job alone records `auto_closed`. */
export const OUTCOMES = AGENDA_SITUATIONS.filter((one) => one !== 'open' && one !== 'auto_closed')
export const MEANS = AGENDA_MEANS
export const FEEDBACKS = AGENDA_FEEDBACKS

export const COMMENT_MAX = 2_000
export const PRODUCT_MAX = 300

const day = z.string({ error: 'required' }).min(1, 'required').refine(isDay, 'invalid_date')
const comment = optionalText(COMMENT_MAX)
const feedback = z
  .union([z.literal(''), z.enum(AGENDA_FEEDBACKS)], { error: 'invalid' })
  .nullish()
  .transform((value) => value || null)
const means = z.enum(AGENDA_MEANS, { error: 'required' })
const situation = z.enum(OUTCOMES, { error: 'required' })

/** `reasonId`: the reason for the contact; empty for a contact without one. */
const start = { customerId: uuid, means, reasonId: optionalId }

export const interactionStart = z.strictObject(start)

/** An interaction that is over already, such as a call from another phone. */
export const pastInteraction = z.strictObject({ ...start, situation, feedback, comment })

const oneInteraction = { customerId: uuid, interactionId: uuid, version }

export const interactionChange = z.strictObject({ ...oneInteraction, feedback, comment })

export const interactionClosing = z.strictObject({ ...oneInteraction, situation, feedback, comment })

export const reasonCancelling = z.strictObject({
  customerId: uuid,
  reasonId: uuid,
  version,
  cause: requiredText(300, 'agenda.no_cause'),
})

const reminderContent = { scheduledOn: day, comment: requiredText(COMMENT_MAX, 'agenda.empty_comment') }
const oneReminder = { customerId: uuid, reminderId: uuid, version }

/** `storeId`: by default the store of the customer. */
export const newReminder = z.strictObject({ customerId: uuid, ...reminderContent, storeId: optionalId })

export const reminderChange = z.strictObject({ ...oneReminder, ...reminderContent })

export const reminderEnding = z.strictObject(oneReminder)

const TIME = /^([01]\d|2[0-3]):[0-5]\d$/

/** The day and the time of the pick-up are in the company's time zone. */
export const newReservation = z.strictObject({
  customerId: uuid,
  pickUpOn: day,
  pickUpTime: z.string({ error: 'required' }).min(1, 'required').regex(TIME, 'agenda.invalid_time'),
  storeId: optionalId,
  product: requiredText(PRODUCT_MAX, 'agenda.no_product'),
  quantity: z.coerce.number({ error: 'invalid' }).int('invalid').min(1, 'invalid').max(999, 'invalid').default(1),
})

export const reservationEnding = z.strictObject({
  customerId: uuid,
  reservationId: uuid,
  version,
  feedback: optionalText(COMMENT_MAX),
})
