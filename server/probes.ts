import type { Middleware } from './exchange'
import { readiness } from './readiness'
import { answerText } from './answer'

/** Answers `/livez` and `/readyz`. Runs before anything that could fail. */
export const probes: Middleware = async ({ response, pathname }, next) => {
  if (pathname === '/livez') return answerText(response, 200, 'ok')
  if (pathname !== '/readyz') return next()
  const state = await readiness()
  answerText(response, state === 'ready' ? 200 : 503, state)
}
