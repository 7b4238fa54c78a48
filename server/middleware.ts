import type { RequestListener } from 'node:http'
import { log } from '@/lib/log'
import { answerText } from './answer'
import { compression } from './compression'
import { type Exchange, type Middleware, openExchange } from './exchange'
import { limitPages } from './limit-pages'
import { pageHeaders } from './page-headers'
import { peerAddress } from './peer-address'
import { probes } from './probes'
import { refuseMalformed } from './refuse-malformed'
import { requestId } from './request-id'
import { responseContext } from './response-context'
import { closeWhileDraining } from './shutdown'

/** Every request passes these in this order, then Next. */
const MIDDLEWARE: Middleware[] = [
  requestId,
  peerAddress,
  closeWhileDraining,
  probes,
  refuseMalformed,
  limitPages(),
  pageHeaders,
  compression,
  responseContext,
]

/** The listener of the server's requests; `last` answers what no middleware answered. */
export function frontDoor(last: RequestListener, middleware = MIDDLEWARE): RequestListener {
  const pass = async (exchange: Exchange, at: number): Promise<void> => {
    const one = middleware[at]
    if (one) return one(exchange, () => pass(exchange, at + 1))
    await last(exchange.request, exchange.response)
  }
  return (request, response) => {
    const exchange = openExchange(request, response)
    pass(exchange, 0).catch((error: unknown) => {
      log.error({ err: error, requestId: exchange.requestId, method: request.method }, 'a request failed')
      if (response.headersSent) response.destroy()
      else answerText(response, 500)
    })
  }
}
