import { randomUUID } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import { clearedFlash, flashCookieName } from '@/lib/http/flash-cookie'
import { contentSecurityPolicy, securityHeaders } from '@/lib/http/security-headers'
import type { Exchange, Middleware } from './exchange'

/** Sets the security headers of the answer, and the request header from which a page reads its own path. */
export const pageHeaders: Middleware = (exchange, next) => {
  const { response, kind } = exchange
  if (kind !== 'asset') {
    for (const [name, value] of securityHeaders(kind === 'api' ? 'file' : 'page')) response.setHeader(name, value)
    if (kind === 'page') preparePage(exchange)
  }
  return next()
}

function preparePage({ request, response, pathname, query }: Exchange): void {
  const search = new URLSearchParams(query)
  search.delete('_rsc')
  request.headers['x-retrato-path'] = search.size ? `${pathname}?${search}` : pathname
  // Next reads the nonce for its own scripts from this request header.
  const policy = contentSecurityPolicy(randomUUID().replaceAll('-', ''))
  request.headers['content-security-policy'] = policy
  response.setHeader('content-security-policy', policy)
  if (showsFlash(request)) response.setHeader('set-cookie', clearedFlash())
}

/** A flash message is shown once. A prefetched page may never be shown, so it does not clear the message. */
const showsFlash = ({ method, headers }: IncomingMessage) =>
  method === 'GET' &&
  (headers.cookie ?? '').split(/;\s*/).some((cookie) => cookie.startsWith(`${flashCookieName()}=`)) &&
  !('next-router-prefetch' in headers)
