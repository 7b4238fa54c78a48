import { z } from 'zod'
import { PREFERENCES, PURPOSES } from '@/db/schema/consents'
import { optionalText, uuid } from '@/lib/kernel/fields'

export { PREFERENCES, PURPOSES }

export type Preference = (typeof PREFERENCES)[number]
export type Purpose = (typeof PURPOSES)[number]
export type ConsentAction = 'accepted' | 'cancelled'

export const preferenceChange = z.strictObject({
  customerId: uuid,
  preference: z.enum(PREFERENCES),
  purpose: z.enum(PURPOSES),
  action: z.enum(['accepted', 'cancelled'], { error: 'required' }),
  reason: optionalText(300),
})
