import { z } from 'zod'
import { optionalText } from '@/lib/values/fields'

/** Where a send goes: to one of the customer's points, or to an address that was typed for this send. */
export type Destination = { pointId: string } | { address: string }

/** The value of `to` for the address that is typed in the field `address`. */
export const NEW_ADDRESS = 'new'
/** The value of `to` for the address of the earlier message. */
export const PREVIOUS_ADDRESS = 'same'
/** The value of `to` for one of the customer's points. */
export const pointChoice = (pointId: string) => `point:${pointId}` as const

/** The longest e-mail address (RFC 5321). */
export const ADDRESS_MAX = 254
export const OVERRIDE_REASON_MAX = 500

const error = 'sending.no_destination'
const to = z.union([z.literal(NEW_ADDRESS), z.templateLiteral(['point:', z.uuid()])], { error })

/** The schema of the fields of `DestinationFields`, for every command that sends. */
export const destinationFields = {
  to,
  address: optionalText(ADDRESS_MAX),
  overrideReason: optionalText(OVERRIDE_REASON_MAX),
}

/** The same, for a command that sends an earlier message again: `to` may also be its address. */
export const resendDestinationFields = {
  ...destinationFields,
  to: z.union([z.literal(PREVIOUS_ADDRESS), to], { error }),
}

type Choice = { to: typeof NEW_ADDRESS | typeof PREVIOUS_ADDRESS | `point:${string}`; address: string | null }

/** Returns the destination chosen in a form, which `planSend` checks. `previous` is the address of the earlier message. */
export function destinationOf({ to, address }: Choice, previous = ''): Destination {
  if (to === NEW_ADDRESS) return { address: address ?? '' }
  return to === PREVIOUS_ADDRESS ? { address: previous } : { pointId: to.slice('point:'.length) }
}
