import { answer, publicHandler, rawBody } from '@/lib/http/public-handler'
import { receiveWebhook } from '@/lib/outbox/webhooks/receive'
import { WEBHOOK_BYTES_MAX, verifyResend } from '@/lib/outbox/webhooks/verify'

/** Receives Resend's webhooks. Resend retries after any status but 200. */
export const POST = publicHandler(async ({ request, publicCtx }) => {
  const raw = await rawBody(request, WEBHOOK_BYTES_MAX)
  if (!raw) return answer(413)
  const verified = verifyResend(raw, request.headers)
  if (!verified) return answer(401)
  await receiveWebhook(publicCtx.db, { provider: 'resend', ...verified, requestId: publicCtx.requestId })
  return answer(200, 'ok\n')
})
