import type { Middleware } from './exchange'

/** Gives the request an id for the logs and the history, in place of any that the client sent. */
export const requestId: Middleware = ({ request, response, requestId: id, kind }, next) => {
  if (kind !== 'asset') {
    request.headers['x-request-id'] = id
    response.setHeader('x-request-id', id)
  }
  return next()
}
