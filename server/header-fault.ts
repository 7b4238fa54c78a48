import type { IncomingMessage } from 'node:http'
import type { Exchange } from './exchange'
import { isRouterState } from './router-state'

type Fault = { status: 400 | 403 | 405; reason: string }

/** Next turns requests into web `Request`s, which have no TRACE; no page or handler knows another method. */
const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']

/** What is wrong with the method, or with a header that Next expects to be well formed. */
export function headerFault({ request: { method = '', headers }, kind }: Exchange): Fault | undefined {
  const isRead = method === 'GET' || method === 'HEAD'
  if (!METHODS.includes(method) || (kind === 'asset' && !isRead)) return { status: 405, reason: 'method' }
  if (kind === 'page' && !isRead && isForeign(headers)) return { status: 403, reason: 'origin' }
  if (!isRouterState(headers['next-router-state-tree'])) return { status: 400, reason: 'router state' }
  return undefined
}

/**
 * The same comparison as Next's for actions: a missing `Origin` passes here, and the actions refuse it in words. Route handlers decide
 * themselves: one-click unsubscription and webhooks may come from any origin.
 */
function isForeign({ origin, host, 'x-forwarded-host': forwarded }: IncomingMessage['headers']): boolean {
  if (origin === undefined) return false
  const own =
    String(forwarded ?? '')
      .split(',')[0]
      ?.trim() || host
  return !URL.canParse(origin) || new URL(origin).host !== own
}
