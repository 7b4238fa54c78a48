import { z } from 'zod'
import { PURPOSES } from '@/db/schema/consents'
import { SEND_CHANNELS } from '@/db/schema/journeys'
import { optionalText, requiredText, uuid, version } from '@/lib/values/fields'

export const JOURNEY_CHANNELS = SEND_CHANNELS
export const JOURNEY_PURPOSES = PURPOSES

/** The placeholders of a text. Anything else in braces is refused as a typing error. */
export const NAMES = ['name', 'company', 'documents', 'link'] as const

const STEPS_MAX = 20

const name = requiredText(120)

const namesIn = (text: string) => [...text.matchAll(/\{\{\s*([^}]*?)\s*\}\}/g)].map(([, named]) => named)

const onlyKnownNames = (text: string) => namesIn(text).every((named) => NAMES.some((known) => known === named))

/** `{{ link }}` → `{{link}}`, the spelling that all other code searches for. */
const tidied = (text: string) => text.replace(/\{\{\s*(\w+)\s*\}\}/g, '{{$1}}')

const words = (max: number) => requiredText(max).refine(onlyKnownNames, 'journeys.unknown_name').transform(tidied)

/** One line without a link, because subjects are shown and stored in places where bodies are not. */
const isSubject = (text: string | null) => !text || (onlyKnownNames(text) && !namesIn(text).includes('link'))

const content = {
  name,
  step: z.coerce.number({ error: 'required' }).int('invalid').min(1, 'invalid').max(STEPS_MAX, 'invalid'),
  subject: optionalText(200)
    .refine(isSubject, 'journeys.unknown_name')
    .transform((text) => text && tidied(text).replace(/\s+/g, ' ')),
  body: words(4000),
}

export const newJourney = z.strictObject({ name, purpose: z.enum(PURPOSES, { error: 'required' }) })
export const journeyChange = z.strictObject({ journeyId: uuid, version, name })
export const oneJourney = z.strictObject({ journeyId: uuid })

export const newMessage = z.strictObject({
  journeyId: uuid,
  channel: z.enum(SEND_CHANNELS, { error: 'required' }),
  ...content,
})
export const messageChange = z.strictObject({ messageId: uuid, version, ...content })
export const oneMessage = z.strictObject({ messageId: uuid })
