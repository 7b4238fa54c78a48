import { z } from 'zod'
import { type CONSENT_ORIGINS, CONSENT_SOURCES, PREFERENCES, PURPOSES } from '@/db/schema/consents'
import { optionalText, uuid } from '@/lib/values/fields'

export { CONSENT_SOURCES, PREFERENCES, PURPOSES }

export type Preference = (typeof PREFERENCES)[number]
export type Purpose = (typeof PURPOSES)[number]
export type ConsentAction = 'accepted' | 'cancelled'

export type LedgerEntry = {
  id: string
  preference: Preference
  purpose: Purpose
  action: ConsentAction
  /** Whether this is a cancellation without an earlier acceptance in the same record. */
  isRefusal: boolean
  /** The name of the user who recorded it; null when it was not a user of the portal. */
  by: string | null
  origin: (typeof CONSENT_ORIGINS)[number]
  reason: string | null
  /** How the customer said it; null when it was not asked. */
  source: (typeof CONSENT_SOURCES)[number] | null
  textShown: string | null
  at: Date
  /** The merged record with this consent; null when it is the customer's own. */
  from: string | null
}

export const preferenceChange = z.strictObject({
  customerId: uuid,
  preference: z.enum(PREFERENCES),
  purpose: z.enum(PURPOSES),
  action: z.enum(['accepted', 'cancelled'], { error: 'required' }),
  reason: optionalText(300),
  source: z.enum(CONSENT_SOURCES).optional(),
})

export type PreferenceChange = z.output<typeof preferenceChange>
