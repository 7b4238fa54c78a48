import { answer, publicHandler, rawBody } from '@/lib/http/public-handler'
import { unsubscribe } from '@/lib/sending/unsubscribe'

const BYTES_MAX = 4_096

/** People who follow the header's address are shown the page; nothing changes. */
export const GET = publicHandler(async ({ params }) => {
  const headers = { location: `/u/${encodeURIComponent(params.token ?? '')}`, 'cache-control': 'no-store' }
  return new Response(null, { status: 303, headers })
})

/** One click in a mail program (RFC 8058): no cookie, no Origin, no page; the token is the authority. */
export const POST = publicHandler(async ({ request, visit, params }) => {
  const body = await rawBody(request, BYTES_MAX)
  if (!body?.includes('One-Click')) return answer(400)
  const result = await unsubscribe(visit, { token: params.token ?? '' })
  return result.ok ? answer(200, 'ok\n') : answer(404)
})
