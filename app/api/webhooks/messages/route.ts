import { answer, publicHandler, rawBody } from '@/lib/http/public-handler'
import { receiveInbound } from '@/lib/inbound/receive'
import { WEBHOOK_BYTES_MAX, verifyInbound } from '@/lib/outbox/webhooks/verify'

/** Receives messages that customers wrote, and transcripts of bots (docs/operations.md). */
export const POST = publicHandler(async ({ request, publicCtx }) => {
  const raw = await rawBody(request, WEBHOOK_BYTES_MAX)
  if (!raw) return answer(413)
  const verified = verifyInbound(raw, request.headers)
  if (!verified) return answer(401)
  const received = await receiveInbound(publicCtx.db, { ...verified, requestId: publicCtx.requestId })
  return received === 'unreadable' ? answer(422, 'unreadable\n') : answer(200, 'ok\n')
})
