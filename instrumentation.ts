import type { Instrumentation } from 'next'

/** Logs each error for which Next answers with a 500: with the request's id, without its query, which may name a customer. */
export const onRequestError: Instrumentation.onRequestError = async (error, request, context) => {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return
  const { isClientAbort } = await import('./lib/http/client-abort')
  if (isClientAbort(error)) return
  const { log } = await import('./lib/log')
  const requestId = [request.headers['x-request-id']].flat()[0]
  log.error(
    { err: error, requestId, method: request.method, route: context.routePath, kind: context.routeType },
    'a request failed',
  )
}
