import type { RequestListener } from 'node:http'
import { log } from '@/lib/log'
import { answerText, commonHeaders } from './answer'
import { compression } from './compression'
import { type Exchange, type Middleware, openExchange } from './exchange'
import { limitPages } from './limit-pages'
import { pageHeaders } from './page-headers'
import { peerAddress } from './peer-address'
import { probes } from './probes'
import { refuseMalformed } from './refuse-malformed'
import { rememberListPlace } from './remember-list-place'
import { requestId } from './request-id'
import { responseContext } from './response-context'
import { closeWhileDraining } from './shutdown'

/** Run for every request, in this order, before Next. */
const MIDDLEWARE: Middleware[] = [
  commonHeaders,
  requestId,
  peerAddress,
  closeWhileDraining,
  probes,
  refuseMalformed,
  limitPages(),
  pageHeaders,
  rememberListPlace,
  compression,
  responseContext,
]

/** Returns the server's request listener: it runs the middleware, then `last`. */
export function frontDoor(last: RequestListener, middleware = MIDDLEWARE): RequestListener {
  const run = async (exchange: Exchange, index: number): Promise<void> => {
    const current = middleware[index]
    if (current) return current(exchange, () => run(exchange, index + 1))
    await last(exchange.request, exchange.response)
  }
  return (request, response) => {
    const exchange = openExchange(request, response)
    run(exchange, 0).catch((error: unknown) => {
      log.error({ err: error, requestId: exchange.requestId, method: request.method }, 'a request failed')
      if (response.headersSent) response.destroy()
      else answerText(response, 500)
    })
  }
}
