import { randomUUID } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'

/** Assets contain no personal data, and no page is rendered for them. */
const ASSET = /^\/(_next\/(static|image)|favicon\.ico$|robots\.txt$)/
const API = /^\/api\//
/** A request may name its whole URL instead of a path (RFC 9112, 3.2.2). */
const SCHEME_AND_HOST = /^https?:\/\/[^/?#]*/i

export type Exchange = {
  request: IncomingMessage
  response: ServerResponse
  requestId: string
  /** As the client sent it: it may be malformed or lack the first slash. */
  pathname: string
  query: string
  kind: 'page' | 'api' | 'asset'
}

/** Handles an exchange, or passes it on by calling `next`. */
export type Middleware = (exchange: Exchange, next: () => void | Promise<void>) => void | Promise<void>

export function openExchange(request: IncomingMessage, response: ServerResponse): Exchange {
  request.url = (request.url ?? '').replace(SCHEME_AND_HOST, '')
  // Not `new URL`, which throws on targets such as `//`.
  const [pathname = '', query = ''] = request.url.split(/\?(.*)/s)
  const kind = ASSET.test(pathname) ? 'asset' : API.test(pathname) ? 'api' : 'page'
  return { request, response, requestId: randomUUID(), pathname, query, kind }
}
