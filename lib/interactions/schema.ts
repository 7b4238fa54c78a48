import { z } from 'zod'
import { SEND_CHANNELS } from '@/db/schema/journeys'
import { resendDestinationFields } from '@/lib/sending/destination'
import { uuid } from '@/lib/values/fields'

export const CHANNELS = SEND_CHANNELS

export const resend = z.strictObject({ customerId: uuid, sendId: uuid, ...resendDestinationFields })
