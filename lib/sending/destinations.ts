import type { Purpose } from '@/lib/contact-policy/policy'
import type { WriteCtx } from '@/lib/kernel/context'
import type { SendChannel } from './address'
import { sendRefusal, type Objection } from './policy'
import { preferenceFor, reachBy, suppressionsOf } from './reach'
import { shownAddress } from '@/lib/privacy/shown-address'

export type Destination = {
  pointId: string
  /** In clear: to compare, not to show. */
  address: string
  /** Masked unless the viewer may see it. */
  shown: string
  label: string | null
  primary: boolean
  /** Why nothing may go there now; null when it may. */
  objection: Objection | null
}

export type Reach = {
  /** The customer's live points of the channel, the primary first, over the records merged into it. */
  points: Destination[]
  /** What would stand against an address typed for this send, whatever it is. */
  typed: Objection | null
}

type Asked = {
  customerId: string
  channel: SendChannel
  journey: { purpose: Purpose; retiredAt: Date | null }
  revealed: ReadonlySet<string>
}

/** Where a journey's message could go in a channel, and what stands against each; `planSend` judges again when it is sent. */
export async function reachOf(ctx: WriteCtx, { customerId, channel, journey, revealed }: Asked): Promise<Reach> {
  const preference = await preferenceFor(ctx, customerId, channel, journey.purpose)
  const judged = { journey, messageChannel: null, channel, preference }
  const points: Destination[] = []
  for (const point of (await reachBy(ctx, customerId, channel)).points) {
    const objection = sendRefusal({ ...judged, point, suppressions: await suppressionsOf(ctx, channel, point.address) })
    const { text: shown } = shownAddress(ctx.viewer, revealed, { channel, address: point.address, pointId: point.id })
    points.push({
      pointId: point.id,
      address: point.address,
      shown,
      label: point.label,
      primary: point.primary,
      objection,
    })
  }
  return { points, typed: sendRefusal({ ...judged, point: null, suppressions: [] }) }
}
