import { z } from 'zod'
import { SEND_CHANNELS } from '@/db/schema/journeys'
import { destinationFields, OVERRIDE_REASON_MAX } from '@/lib/sending/destination'
import { optionalText, requiredText, uuid } from '@/lib/values/fields'

export const DEFAULT_DAYS = 7
export const TERMS_MAX = 4000

const BAD_DAYS = 'acceptances.bad_days'

const days = z.coerce.number({ error: BAD_DAYS }).int(BAD_DAYS).min(1, BAD_DAYS).max(90, BAD_DAYS)

export const acceptanceRequest = z.strictObject({
  customerId: uuid,
  documentId: uuid,
  channel: z.enum(SEND_CHANNELS),
  journeyMessageId: z.uuid({ error: 'required' }),
  ...destinationFields,
  days,
  terms: requiredText(TERMS_MAX),
})

export const oneAcceptance = z.strictObject({ customerId: uuid, acceptanceId: uuid })

export const REASON_MAX = 500

export const declining = oneAcceptance.extend({ reason: requiredText(REASON_MAX) })

export const cancelling = oneAcceptance.extend({ reason: optionalText(REASON_MAX) })

export const newDeadline = oneAcceptance.extend({ days })

export const resending = oneAcceptance.extend({ overrideReason: optionalText(OVERRIDE_REASON_MAX) })
