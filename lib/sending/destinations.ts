import type { Purpose } from '@/lib/contactability/policy'
import type { Ctx } from '@/lib/kernel/context'
import { inClear, maskEmail, maskPhone } from '@/lib/personal/mask'
import { formatPhone } from '@/lib/kernel/phones'
import type { SendChannel } from './address'
import { objectionTo, type Objection } from './policy'
import { pointsFor, preferenceFor, suppressionsOf } from './reach'

export type Destination = {
  pointId: string
  /** Masked unless the viewer may see it. */
  shown: string
  label: string | null
  primary: boolean
  /** Why nothing may go there now; null when it may. */
  objection: Objection | null
}

export type Reach = {
  /** The customer's live points of the channel, the primary first; at most 200. */
  points: Destination[]
  /** What would stand against an address typed for this send, whatever it is. */
  typed: Objection | null
}

type Asked = { customerId: string; channel: SendChannel; journey: { purpose: Purpose; retiredAt: Date | null }; revealed: ReadonlySet<string> }

/** Where a journey's message could go in a channel, and what stands against each; `planSend` judges again when it is sent. */
export async function reachOf(ctx: Ctx, { customerId, channel, journey, revealed }: Asked): Promise<Reach> {
  const preference = await preferenceFor(ctx, customerId, channel, journey.purpose)
  const judged = { journey, messageChannel: null, channel, preference }
  const points: Destination[] = []
  for (const point of await pointsFor(ctx, customerId, channel)) {
    const objection = objectionTo({ ...judged, point, suppressions: await suppressionsOf(ctx, channel, point.address) })
    const clear = inClear(ctx.viewer, revealed, `point:${point.id}`)
    points.push({ pointId: point.id, shown: shownAs(channel, point.address, clear), label: point.label, primary: point.primaryAt !== null, objection })
  }
  return { points, typed: objectionTo({ ...judged, point: null, suppressions: [] }) }
}

const shownAs = (channel: SendChannel, address: string, clear: boolean): string => {
  if (channel === 'email') return clear ? address : maskEmail(address)
  return clear ? formatPhone(address) : maskPhone(address)
}
