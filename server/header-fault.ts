import type { IncomingMessage } from 'node:http'
import type { Exchange } from './exchange'
import { isRouterState } from './router-state'

type Fault = { status: 400 | 403 | 405; reason: string }

/** Next creates a web `Request`, which cannot have the method TRACE; no page or handler supports any other method. */
const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']

/** Returns what is wrong with the method, the origin or the header that Next parses, or undefined. */
export function headerFault({ request: { method = '', headers, httpVersion }, kind }: Exchange): Fault | undefined {
  // RFC 9112, 3.2. Node would check it before the front door sets any header.
  if (httpVersion === '1.1' && headers.host === undefined) return { status: 400, reason: 'host' }
  const isRead = method === 'GET' || method === 'HEAD'
  if (!METHODS.includes(method) || (kind === 'asset' && !isRead)) return { status: 405, reason: 'method' }
  if (kind === 'page' && !isRead && isForeign(headers)) return { status: 403, reason: 'origin' }
  if (!isRouterState(headers['next-router-state-tree'])) return { status: 400, reason: 'router state' }
  return undefined
}

/**
 * Compares as Next does for actions. A missing `Origin` passes here; the action then refuses it with a message. Route handlers check the
 * origin themselves, because one-click unsubscriptions and webhooks are sent from any origin.
 */
function isForeign({ origin, host, 'x-forwarded-host': forwarded }: IncomingMessage['headers']): boolean {
  if (origin === undefined) return false
  const own =
    String(forwarded ?? '')
      .split(',')[0]
      ?.trim() || host
  return !URL.canParse(origin) || new URL(origin).host !== own
}
