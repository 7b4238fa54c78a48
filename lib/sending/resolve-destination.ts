import type { WriteCtx } from '@/lib/kernel/context'
import { invalid, refused } from '@/lib/kernel/result'
import { parseRecipient, type SendChannel } from './address'
import type { Destination, TypedAddress } from './destination'
import { reachBy } from './reach'

/**
 * The address of a destination, and the customer's point that has it. Refusals: `sending.no_point`; field `address`: `required`,
 * `sending.bad_address`; for a typed address that no point has, fields `addressConfirmed`: `sending.not_confirmed` and `addressReason`: `required`.
 */
export async function resolveDestination(ctx: WriteCtx, customerId: string, channel: SendChannel, to: Destination) {
  const { points, at } = await reachBy(ctx, customerId, channel)
  if ('pointId' in to) {
    const point = points.find(({ ids }) => ids.includes(to.pointId))
    return point ? { point, address: point.address, addressReason: null } : refused('sending.no_point')
  }
  if (!to.address.trim()) return invalid({ address: 'required' })
  const address = parseRecipient(channel, to.address)
  if (!address) return invalid({ address: 'sending.bad_address' })
  // A typed address of a blocked point stays blocked, even if that point was removed.
  const point = at(address)
  if (point || !to.typed) return { point, address, addressReason: null }
  const missing = missingEvidence(to.typed)
  return Object.keys(missing).length ? invalid(missing) : { point, address, addressReason: to.typed.reason }
}

const missingEvidence = ({ isConfirmed, reason }: TypedAddress): Record<string, string> => ({
  ...(!isConfirmed && { addressConfirmed: 'sending.not_confirmed' }),
  ...(!reason && { addressReason: 'required' }),
})
