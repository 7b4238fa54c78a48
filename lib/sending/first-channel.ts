import type { WriteCtx } from '@/lib/kernel/context'
import type { SendChannel } from './address'
import { SEND_CHANNELS } from './channels'
import { listRecipients, type Recipients } from './recipients'

type Send = Omit<Parameters<typeof listRecipients>[1], 'channel' | 'previous'>

/**
 * The channel that a form opens on: the first one with a message to send and an allowed contact point, preferably a primary one.
 * `hasMessage` says whether the journey has a message for a channel. Without such a channel it is the first one.
 */
export async function firstAllowedChannel(
  ctx: WriteCtx,
  send: Send,
  hasMessage: (channel: SendChannel) => Promise<boolean>,
): Promise<SendChannel> {
  let fallback: SendChannel | undefined
  for (const channel of SEND_CHANNELS) {
    if (!(await hasMessage(channel))) continue
    const allowed = allowedIn(await listRecipients(ctx, { ...send, channel }))
    if (allowed.some(({ primary }) => primary)) return channel
    if (allowed.length) fallback ??= channel
  }
  return fallback ?? SEND_CHANNELS[0]
}

const allowedIn = ({ points }: Recipients) => points.filter(({ objection }) => !objection)
