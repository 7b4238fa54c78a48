import { z } from 'zod'
import { SEND_CHANNELS } from '@/db/schema/journeys'
import { destinationFields } from '@/lib/sending/destination'
import { requiredText, uuid } from '@/lib/values/fields'

export const DEFAULT_DAYS = 7
export const TERMS_MAX = 4000

const BAD_DAYS = 'acceptances.bad_days'

export const acceptanceRequest = z.strictObject({
  customerId: uuid,
  documentId: uuid,
  channel: z.enum(SEND_CHANNELS),
  journeyMessageId: z.uuid({ error: 'required' }),
  ...destinationFields,
  days: z.coerce.number({ error: BAD_DAYS }).int(BAD_DAYS).min(1, BAD_DAYS).max(90, BAD_DAYS),
  terms: requiredText(TERMS_MAX),
})
