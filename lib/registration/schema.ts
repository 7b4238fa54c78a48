import { z } from 'zod'
import { SEARCH_TYPES } from '@/lib/search/detect'
import { checkDocument, registrationFields, wholeDocument } from '@/lib/customers/schema'
import { optionalText } from '@/lib/values/fields'

const ticked = z.literal('on').optional().transform(Boolean)

/** A new customer with the first contact points. `isNew` confirms that it is none of the customers who look alike. */
export const newRegistration = z
  .strictObject({
    ...registrationFields,
    phone: optionalText(60),
    email: optionalText(254),
    asTyped: ticked,
    isNew: ticked,
  })
  .superRefine(checkDocument)
  .transform(wholeDocument)

export type NewRegistration = z.output<typeof newRegistration>

/** A search that found nothing. */
export const unfound = z.strictObject({ q: z.string().max(200), type: z.enum(SEARCH_TYPES) })
