import { sql } from 'drizzle-orm'
import { readRows } from '@/db/read'
import { isUuid } from '@/lib/values/ids'
import type { WriteCtx } from '@/lib/kernel/context'
import { query } from '@/lib/kernel/query'
import { reachOf } from '@/lib/sending/destinations'
import { shownAddress } from '@/lib/privacy/shown-address'
import { certificateOf } from './certificate'
import { obstacleTo } from './policy'
import { readDocuments, readHappened, readSend } from './sent-message'
import { isVisible } from './visibility'
import type { ViewedGroup } from '@/lib/customer-group/group'

/**
 * One message as it was sent, with its events and its possible recipients, each with its objection to a resend. Null
 * when it does not exist, belongs to another customer, or is out of scope.
 */
export const getMessage = query(
  'interactions.read',
  async (ctx: WriteCtx, subject: ViewedGroup, sendId: string | undefined) => {
    if (!isUuid(sendId)) return null
    const rows = await readRows<{ visible: boolean }>(ctx.db, sql`select ${isVisible(ctx, subject)} as visible`)
    const found = rows[0]?.visible ? await readSend(ctx, subject.memberIds, sendId) : null
    if (!found) return null
    const { send, message, journey, sentBy, resendOf } = found
    const [happened, documents, reach] = await Promise.all([
      readHappened(ctx, send.customerId, send.id),
      readDocuments(ctx, subject.memberIds, send.customerId, send.id),
      journey
        ? reachOf(ctx, { customerId: subject.survivorId, channel: send.channel, journey, revealed: subject.revealed })
        : null,
    ])
    return {
      id: send.id,
      customerId: send.customerId,
      name: message.name,
      subject: message.subject,
      body: message.body,
      step: message.step,
      journey,
      channel: send.channel,
      purpose: message.purpose,
      to: shownAddress(ctx.viewer, subject.revealed, send),
      pointId: send.pointId,
      state: send.state,
      stateAt: send.stateAt,
      createdAt: send.createdAt,
      sentBy,
      resendOf,
      overrideReason: send.overrideReason,
      test: send.test,
      certificateUrl: certificateOf(send.certificateUrl),
      happened,
      documents,
      obstacle: obstacleTo({ ...send, body: message.body, documents }),
      destinations: reach?.points.map(({ address, ...rest }) => ({ ...rest, same: address === send.address })) ?? [],
      /** The objection to any other address. */
      typed: reach?.typed ?? null,
    }
  },
)

export type SentMessage = NonNullable<Awaited<ReturnType<typeof getMessage>>>
