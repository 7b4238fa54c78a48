import { z } from 'zod'
import { optionalText } from '@/lib/values/fields'

/**
 * Where a send goes: to one of the customer's points, to the address of an earlier message, or to an address that was typed for this
 * send. A typed address that no point of the customer has needs the confirmation and the reason in `typed`.
 */
export type Destination = { pointId: string } | { address: string; typed?: TypedAddress }

export type TypedAddress = { isConfirmed: boolean; reason: string | null }

/** The value of `to` for the address that is typed in the field `address`. */
export const NEW_ADDRESS = 'new'
/** The value of `to` for the address of the earlier message. */
export const PREVIOUS_ADDRESS = 'same'
/** The value of `to` for one of the customer's points. */
export const pointChoice = (pointId: string) => `point:${pointId}` as const

/** The longest e-mail address (RFC 5321). */
export const ADDRESS_MAX = 254
export const OVERRIDE_REASON_MAX = 500
export const ADDRESS_REASON_MAX = 300

const error = 'sending.no_destination'
const to = z.union([z.literal(NEW_ADDRESS), z.templateLiteral(['point:', z.uuid()])], { error })

/** The schema of the fields of `DestinationFields`, for every command that sends. */
export const destinationFields = {
  to,
  address: optionalText(ADDRESS_MAX),
  addressConfirmed: z.literal('on').optional().transform(Boolean),
  addressReason: optionalText(ADDRESS_REASON_MAX),
  overrideReason: optionalText(OVERRIDE_REASON_MAX),
}

/** The same, for a command that sends an earlier message again: `to` may also be its address. */
export const resendDestinationFields = {
  ...destinationFields,
  to: z.union([z.literal(PREVIOUS_ADDRESS), to], { error }),
}

type Choice = {
  to: typeof NEW_ADDRESS | typeof PREVIOUS_ADDRESS | `point:${string}`
  address: string | null
  addressConfirmed: boolean
  addressReason: string | null
}

/** Returns the destination chosen in a form, which `planSend` checks. `previous` is the address of the earlier message. */
export function destinationOf(choice: Choice, previous = ''): Destination {
  const { to, address, addressConfirmed: isConfirmed, addressReason: reason } = choice
  if (to === NEW_ADDRESS) return { address: address ?? '', typed: { isConfirmed, reason } }
  return to === PREVIOUS_ADDRESS ? { address: previous } : { pointId: to.slice('point:'.length) }
}
