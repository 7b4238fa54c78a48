import type { ViewedGroup } from '@/lib/customer-group/group'
import { query } from '@/lib/kernel/query'
import { shownAddress } from '@/lib/privacy/shown-address'
import { isUuid } from '@/lib/values/ids'
import { certificateOf } from './certificate'
import { obstacleTo } from './policy'
import { readDocuments, readHappened, readSend } from './sent-message'

/** One message as it was sent, with its events. Null when it does not exist, belongs to another customer, or is out of scope. */
export const getMessage = query('interactions.read', async (ctx, group: ViewedGroup, sendId: string | undefined) => {
  const found = isUuid(sendId) ? await readSend(ctx, group, sendId) : null
  if (!found) return null
  const { send, message, journey, sentBy, resendOf } = found
  const [happened, documents] = await Promise.all([
    readHappened(ctx, send.customerId, send.id),
    readDocuments(ctx, group.memberIds, send.customerId, send.id),
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
    to: shownAddress(ctx.viewer, group.revealed, send),
    pointId: send.pointId,
    state: send.state,
    stateAt: send.stateAt,
    createdAt: send.createdAt,
    sentBy,
    resendOf,
    overrideReason: send.overrideReason,
    addressReason: send.addressReason,
    test: send.test,
    certificateUrl: certificateOf(send.certificateUrl),
    happened,
    documents,
    obstacle: obstacleTo({ ...send, body: message.body, documents }),
  }
})

export type SentMessage = NonNullable<Awaited<ReturnType<typeof getMessage>>>
