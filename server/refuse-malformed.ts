import { log } from '@/lib/log'
import { actionFault } from './action-fault'
import { answerText } from './answer'
import { headerFault } from './header-fault'
import type { Exchange, Middleware } from './exchange'
import { peekBody } from './peek-body'

/** Next's own limit for the body of an action, in bytes. */
const ACTION_BODY_MAX = 1024 * 1024

type Fault = { status: 400 | 403 | 405 | 413; reason: string }

/**
 * Refuses requests that Next would answer with a 500 and a stack trace in the log: addresses that cannot be decoded (400), a POST
 * from another origin (403), malformed action requests (400) and action bodies above the limit (413).
 */
export const refuseMalformed: Middleware = async (exchange, next) => {
  const fault = addressFault(exchange) ?? headerFault(exchange)
  if (fault) return refuse(exchange, fault)
  // Route handlers read their bodies themselves.
  if (exchange.kind !== 'page' || exchange.request.method !== 'POST') return next()
  if (Number(exchange.request.headers['content-length'] ?? 0) > ACTION_BODY_MAX) return tooLarge(exchange)
  const body = await peekBody(exchange.request, ACTION_BODY_MAX)
  if (body === 'aborted') return
  if (body === 'too large') return tooLarge(exchange)
  const reason = await actionFault(exchange.request.headers, body)
  return reason ? refuse(exchange, { status: 400, reason }) : next()
}

function addressFault({ pathname }: Exchange): Fault | undefined {
  if (pathname.startsWith('/') && !pathname.startsWith('//') && isDecodable(pathname)) return undefined
  return { status: 400, reason: 'address' }
}

function isDecodable(pathname: string): boolean {
  try {
    return !decodeURIComponent(pathname).includes('\0')
  } catch {
    return false
  }
}

const tooLarge = (exchange: Exchange) => refuse(exchange, { status: 413, reason: 'body size' })

function refuse({ request, response, requestId }: Exchange, { status, reason }: Fault): void {
  log.info({ requestId, method: request.method, status, reason }, 'a malformed request was refused')
  answerText(response, status)
}
