import { env } from '@/lib/env'
import type { Middleware } from './exchange'

/** Without a trusted proxy in front (`TRUST_PROXY`), the client's address is that of the connection, whatever its headers say. */
export const peerAddress: Middleware = ({ request }, next) => {
  // It concerns this connection only, and Next would send it on where it forwards an action.
  delete request.headers.upgrade
  if (env().TRUST_PROXY === '0') {
    request.headers['x-forwarded-for'] = request.socket.remoteAddress ?? ''
    delete request.headers['x-forwarded-host']
  }
  return next()
}
