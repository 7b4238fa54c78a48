import { hasRoomFor } from '@/lib/conversations/live/open-streams'
import { messageListener } from '@/lib/conversations/live/listener'
import { readNews } from '@/lib/conversations/live/news'
import { conversationStream } from '@/lib/conversations/live/stream'
import { handler } from '@/lib/http/handler'
import { answer } from '@/lib/http/public-handler'
import { isUuid } from '@/lib/values/ids'

const HEADERS = {
  'content-type': 'text/event-stream; charset=utf-8',
  'cache-control': 'no-store, no-transform',
  // Proxies such as nginx would otherwise collect events before they pass them on.
  'x-accel-buffering': 'no',
}

/** Server-sent events that say when a conversation has new messages, after the number in `after` or in `Last-Event-ID`. */
export const GET = handler('conversations.read', async ({ request, ctx, params }) => {
  const { customerId, conversationId } = params
  if (!isUuid(customerId) || !isUuid(conversationId)) return answer(404)
  const { userId, sessionId } = ctx.viewer
  const after = numberOf(request.headers.get('last-event-id') ?? new URL(request.url).searchParams.get('after'))
  const check = (last: number) => readNews(ctx.db, sessionId, { customerId, conversationId }, last)
  if (!(await check(after))) return answer(404)
  if (!hasRoomFor(userId)) return answer(429)
  const subscribe = (listen: () => void) => messageListener().subscribe(conversationId, listen)
  return new Response(conversationStream({ userId, after, check, subscribe }), { headers: HEADERS })
})

const NUMBER_MAX = 2 ** 31 - 1

/** Zero for anything but a number: then everything counts as new. */
function numberOf(text: string | null): number {
  const number = /^\d+$/.test(text ?? '') ? Number(text) : 0
  return Math.min(number, NUMBER_MAX)
}
