import type { WriteCtx } from '@/lib/kernel/context'
import { invalid, refused } from '@/lib/kernel/result'
import type { SendChannel } from '@/lib/sending/address'
import type { Destination } from '@/lib/sending/destination'
import { reachBy, type ReachablePoint } from '@/lib/sending/reach'
import { resolveDestination } from '@/lib/sending/resolve-destination'

/**
 * The contact point of a destination. An acceptance goes only to points of the customer that are not removed: an address that was typed
 * for one message proves nothing. Refusals: `acceptances.not_on_file`, and those of `resolveDestination`.
 */
export async function livePointOf(ctx: WriteCtx, customerId: string, channel: SendChannel, to: Destination) {
  // A reason for an unknown address does not help here, so it is not asked for.
  const target = await resolveDestination(ctx, customerId, channel, 'address' in to ? { address: to.address } : to)
  if ('failure' in target) return target
  const point = await findLivePoint(ctx, customerId, channel, target.address)
  if (point) return { ok: true as const, point }
  return 'address' in to ? invalid({ address: 'acceptances.not_on_file' }) : refused('acceptances.not_on_file')
}

/** The customer's point with an address; null when it is on no point, or only on removed ones. */
export async function findLivePoint(
  ctx: WriteCtx,
  customerId: string,
  channel: SendChannel,
  address: string,
): Promise<ReachablePoint | null> {
  const { points } = await reachBy(ctx, customerId, channel)
  return points.find((point) => point.address === address) ?? null
}
