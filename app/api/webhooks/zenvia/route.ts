import { answer, publicHandler, rawBody } from '@/lib/http/public-handler'
import { receiveWebhook } from '@/lib/outbox/webhooks/receive'
import { WEBHOOK_BYTES_MAX, verifyZenvia } from '@/lib/outbox/webhooks/verify'

/** Receives Zenvia's delivery reports. The subscription sets the header `X-Webhook-Token`. */
export const POST = publicHandler(async ({ request, publicCtx }) => {
  const raw = await rawBody(request, WEBHOOK_BYTES_MAX)
  if (!raw) return answer(413)
  const verified = verifyZenvia(raw, request.headers)
  if (!verified) return answer(401)
  await receiveWebhook(publicCtx.db, { provider: 'zenvia', ...verified, requestId: publicCtx.requestId })
  return answer(200, 'ok\n')
})
