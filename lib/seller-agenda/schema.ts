import { z } from 'zod'
import { AGENDA_MEANS } from '@/db/schema/agenda-contacts'
import { COMMENT_MAX } from '@/lib/agenda/schema'
import { optionalDay, optionalText, uuid, version } from '@/lib/values/fields'

/** What a seller chooses after a contact: the situation and, after a success, the feedback. */
export const OUTCOMES = {
  success_positive: { situation: 'success', feedback: 'positive' },
  success_neutral: { situation: 'success', feedback: 'neutral' },
  success_negative: { situation: 'success', feedback: 'negative' },
  no_answer: { situation: 'no_answer', feedback: null },
  invalid_number: { situation: 'invalid_number', feedback: null },
} as const

export type OutcomeName = keyof typeof OUTCOMES
export const OUTCOME_NAMES = Object.keys(OUTCOMES) as [OutcomeName, ...OutcomeName[]]

/** `reasonId` is empty for a reminder. */
export const contactStart = z.strictObject({
  means: z.enum(AGENDA_MEANS, { error: 'required' }),
  customerId: uuid,
  reasonId: z.union([z.literal(''), uuid]).transform((value) => value || null),
})

export const oneContact = z.strictObject({ customerId: uuid, interactionId: uuid })

/** `scheduledOn`: the day of the next reminder; empty when there is none. */
export const contactResult = z.strictObject({
  customerId: uuid,
  interactionId: uuid,
  version,
  outcome: z.enum(OUTCOME_NAMES, { error: 'required' }),
  comment: optionalText(COMMENT_MAX),
  scheduledOn: optionalDay,
  reminder: optionalText(COMMENT_MAX),
  /** The text of a reminder that was left empty. */
  defaultReminder: optionalText(COMMENT_MAX),
})
