import { z } from 'zod'
import { CASE_PRIORITIES } from '@/db/schema/cases'
import { optionalDay, optionalId, optionalText, requiredText, uuid, version } from '@/lib/values/fields'
import { targetField } from './links/target'

export const PRIORITIES = CASE_PRIORITIES

const content = {
  subject: requiredText(200, 'cases.no_subject'),
  priority: z.enum(CASE_PRIORITIES, { error: 'required' }),
  dueOn: optionalDay,
  journeyId: optionalId,
}

const oneCase = { customerId: uuid, caseId: uuid }

/** `target`: what the new case is linked to. */
export const newCase = z.strictObject({
  customerId: uuid,
  ...content,
  description: optionalText(8_000),
  assignedUserId: optionalId,
  target: z
    .union([z.literal(''), targetField])
    .nullish()
    .transform((value) => value || null),
})

const TARGETS_MAX = 20

export const caseLinking = z.strictObject({
  ...oneCase,
  targets: z.array(targetField).min(1, 'cases.nothing_to_link').max(TARGETS_MAX, 'too_long'),
})

export const caseUnlinking = z.strictObject({ ...oneCase, target: targetField })

export const caseChange = z.strictObject({ ...oneCase, version, ...content })

export const caseMove = z.strictObject({ ...oneCase, stateId: uuid })

export const caseTaking = z.strictObject(oneCase)

/** `from` is the assigned user whom the page showed, so that nobody overwrites an assignment without having seen it. */
export const caseAssignment = z.strictObject({ ...oneCase, from: optionalId, userId: optionalId })

export const newComment = z.strictObject({ ...oneCase, body: requiredText(4_000, 'cases.empty_comment') })

export const PHASES = ['open', 'closed'] as const

const name = requiredText(60, 'cases.no_state_name')

export const newState = z.strictObject({ name, phase: z.enum(PHASES, { error: 'required' }) })

export const oneState = z.strictObject({ stateId: uuid })

export const stateVersion = z.strictObject({ stateId: uuid, version })

export const stateName = z.strictObject({ stateId: uuid, version, name })
