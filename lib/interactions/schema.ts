import { z } from 'zod'
import { SEND_CHANNELS } from '@/db/schema/journeys'
import { optionalText, uuid } from '@/lib/values/fields'

export const CHANNELS = SEND_CHANNELS

/** The recipient of a resend: the same as before, one of the customer's points, or the typed address. */
export const SAME = 'same'
export const NEW = 'new'

export const resend = z.strictObject({
  customerId: uuid,
  sendId: uuid,
  to: z.union([z.literal(SAME), z.literal(NEW), uuid], { error: 'required' }),
  address: optionalText(254),
  overrideReason: optionalText(300),
})
