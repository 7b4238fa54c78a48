import { answer, publicHandler, rawBody } from '@/lib/http/public-handler'
import { receiveReply } from '@/lib/inbound/receive'
import { readWebhookEvent } from '@/lib/outbox/webhooks/read'
import { receiveWebhook } from '@/lib/outbox/webhooks/receive'
import { WEBHOOK_BYTES_MAX, verifyZenvia } from '@/lib/outbox/webhooks/verify'

/** Receives Zenvia's delivery reports and the replies of customers. The subscription sets the header `X-Webhook-Token`. */
export const POST = publicHandler(async ({ request, publicCtx }) => {
  const raw = await rawBody(request, WEBHOOK_BYTES_MAX)
  if (!raw) return answer(413)
  const verified = verifyZenvia(raw, request.headers)
  if (!verified) return answer(401)
  await receiveWebhook(publicCtx.db, { provider: 'zenvia', ...verified, requestId: publicCtx.requestId })
  const { eventId, body } = verified
  const event = readWebhookEvent('zenvia', body, publicCtx.now)
  // A second transaction: if it fails, Zenvia sends the event again, and both parts ignore what they have.
  if (event?.reply) await receiveReply(publicCtx.db, 'zenvia', { eventId, reply: event.reply, at: event.occurredAt })
  return answer(200, 'ok\n')
})
