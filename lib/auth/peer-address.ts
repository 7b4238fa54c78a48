import { env } from '@/lib/env'
import { onRequest } from '@/lib/lifecycle/on-request'

/**
 * Next trusts an X-Forwarded-For that a client invented. Without a proxy of our own, this overwrites the header with
 * the address of the connection before anything reads it. Call it once, when the server starts.
 */
export function trustOnlyThePeer(): void {
  if (env().TRUST_PROXY === '1') return
  onRequest(({ request }) => {
    request.headers['x-forwarded-for'] = request.socket.remoteAddress ?? ''
  })
}
