import type { Purpose } from '@/lib/contact-policy/policy'
import type { WriteCtx } from '@/lib/kernel/context'
import { shownAddress } from '@/lib/privacy/shown-address'
import type { SendChannel } from './address'
import { sendRefusal, type Objection } from './policy'
import { preferenceFor, reachBy, suppressionsOf } from './reach'

/** One of the customer's points, as the recipient of a send. */
export type Recipient = {
  pointId: string
  /** The address, masked unless the viewer may see it. */
  shown: string
  label: string | null
  primary: boolean
  /** Whether the earlier message went to this address. */
  previous: boolean
  /** Why nothing may be sent there now; null when it is allowed. */
  objection: Objection | null
}

export type Recipients = {
  /** The points of the channel in the customer's group that are not removed, the primary first. */
  points: Recipient[]
  /** The objection to any address that is typed for this send. */
  typed: Objection | null
  /** Whether only the points are allowed, and no address can be typed. */
  onFileOnly?: boolean
  /** Whether this viewer may override an overridable objection with a reason. */
  canOverride: boolean
  /** Whether the form shows a field for the reason. */
  needsReason: boolean
}

type Send = {
  customerId: string
  channel: SendChannel
  journey: { purpose: Purpose; retiredAt: Date | null }
  revealed: ReadonlySet<string>
  /** The earlier address, if a message is sent again. */
  previous?: string
  onFileOnly?: boolean
}

/** Lists the possible recipients of a journey's message in a channel, with the objections to each. `planSend` checks them again. */
export async function listRecipients(
  ctx: WriteCtx,
  { customerId, channel, journey, revealed, previous, onFileOnly = false }: Send,
): Promise<Recipients> {
  const preference = await preferenceFor(ctx, customerId, channel, journey.purpose)
  const context = { journey, messageChannel: null, channel, preference }
  const reach = await reachBy(ctx, customerId, channel)
  const points: Recipient[] = []
  for (const point of reach.points) {
    const { id: pointId, address, label, primary } = point
    points.push({
      pointId,
      shown: shownAddress(ctx.viewer, revealed, { channel, address, pointId }).text,
      label,
      primary,
      previous: address === previous,
      objection: sendRefusal({ ...context, point, suppressions: await suppressionsOf(ctx, channel, address) }),
    })
  }
  const typed = sendRefusal({ ...context, point: null, suppressions: [] })
  const canOverride = ctx.viewer.can('messages.override')
  const overridable = [typed, ...points.map(({ objection }) => objection)].some((one) => one?.overridable)
  const needsReason = journey.purpose === 'service' && (overridable || reach.hasSilenced)
  return { points, typed, onFileOnly, canOverride, needsReason: canOverride && needsReason }
}
