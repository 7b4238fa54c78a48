import type { Instrumentation } from 'next'

/** Once per server process, before the first request. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME === 'nodejs') await (await import('./lib/lifecycle/boot')).boot()
}

/** Every error the server could not answer for: with the request's id, without its query, which may name a customer. */
export const onRequestError: Instrumentation.onRequestError = async (error, request, context) => {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return
  const { log } = await import('./lib/log')
  const requestId = [request.headers['x-request-id']].flat()[0]
  log.error(
    { err: error, requestId, method: request.method, route: context.routePath, kind: context.routeType },
    'a request failed',
  )
}
