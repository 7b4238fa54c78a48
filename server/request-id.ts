import type { Middleware } from './exchange'

/** Gives the request an id for the logs and the history. An id that the client sent is replaced. */
export const requestId: Middleware = ({ request, response, requestId: id, kind }, next) => {
  if (kind !== 'asset') {
    request.headers['x-request-id'] = id
    response.setHeader('x-request-id', id)
  }
  return next()
}
