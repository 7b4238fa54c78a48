import { env } from '@/lib/env'
import { onRequest } from '@/lib/lifecycle/on-request'

/**
 * Next keeps an X-Forwarded-For that a client made up. Without a proxy of our own in front, the header is
 * overwritten with the connection's own address before anything reads it. Call once, when the server starts.
 */
export function trustOnlyThePeer(): void {
  if (env().TRUST_PROXY === '1') return
  onRequest(({ request }) => {
    request.headers['x-forwarded-for'] = request.socket.remoteAddress ?? ''
  })
}
