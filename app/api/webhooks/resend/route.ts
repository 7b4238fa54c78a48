import { answer, publicHandler, rawBody } from '@/lib/http/public-handler'
import { receiveReport } from '@/lib/outbox/webhooks/receive'
import { REPORT_BYTES_MAX, signedByResend } from '@/lib/outbox/webhooks/verify'

/** Receives Resend's webhooks. Resend retries after any status but 200. */
export const POST = publicHandler(async ({ request, publicCtx }) => {
  const raw = await rawBody(request, REPORT_BYTES_MAX)
  if (!raw) return answer(413)
  const verified = signedByResend(raw, request.headers)
  if (!verified) return answer(401)
  await receiveReport(publicCtx.db, { provider: 'resend', ...verified, requestId: publicCtx.requestId })
  return answer(200, 'ok\n')
})
