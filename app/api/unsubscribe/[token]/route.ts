import { answer, publicHandler, rawBody } from '@/lib/http/public-handler'
import { unsubscribe } from '@/lib/sending/unsubscribe'

const BYTES_MAX = 4_096

/** Redirects people who open the header's URL to the page. Changes nothing. */
export const GET = publicHandler(async ({ params }) => {
  const headers = { location: `/u/${encodeURIComponent(params.token ?? '')}`, 'cache-control': 'no-store' }
  return new Response(null, { status: 303, headers })
})

/**
 * One-click unsubscribe of mail programs (RFC 8058). The request has no cookie and no Origin; the token authorizes it.
 */
export const POST = publicHandler(async ({ request, publicCtx, params }) => {
  const body = await rawBody(request, BYTES_MAX)
  if (!body?.includes('One-Click')) return answer(400)
  const result = await unsubscribe(publicCtx, { token: params.token ?? '' })
  return result.ok ? answer(200, 'ok\n') : answer(404)
})
