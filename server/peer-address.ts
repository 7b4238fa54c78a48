import { env } from '@/lib/env'
import type { Middleware } from './exchange'

/** Without a trusted proxy (`TRUST_PROXY`), uses the address of the connection as the client's address and ignores forwarding headers. */
export const peerAddress: Middleware = ({ request }, next) => {
  // The header is for this connection only, but Next would copy it to an action that it forwards.
  delete request.headers.upgrade
  if (env().TRUST_PROXY === '0') {
    request.headers['x-forwarded-for'] = request.socket.remoteAddress ?? ''
    delete request.headers['x-forwarded-host']
  }
  return next()
}
