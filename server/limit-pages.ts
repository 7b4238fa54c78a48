import { answerText } from './answer'
import type { Middleware } from './exchange'

/** A process renders about a hundred pages a second, so with more pages in flight everybody would wait longer than a second. */
const PAGES_IN_FLIGHT_MAX = 100
const RETRY_AFTER_SECONDS = 2
const WITHOUT_BODY = new Set(['GET', 'HEAD'])

/**
 * Answers 503 at once while the process renders `max` pages, so that overload cannot exhaust its memory. Only requests without a body count:
 * slow uploads must not use up the limit, and a form that somebody has filled in must not be refused.
 */
export function limitPages(max = PAGES_IN_FLIGHT_MAX): Middleware {
  let inFlight = 0
  return ({ request, response, kind }, next) => {
    if (kind !== 'page' || !WITHOUT_BODY.has(request.method ?? '')) return next()
    if (inFlight >= max) {
      response.setHeader('retry-after', RETRY_AFTER_SECONDS)
      return answerText(response, 503)
    }
    inFlight += 1
    response.once('close', () => {
      inFlight -= 1
    })
    return next()
  }
}
