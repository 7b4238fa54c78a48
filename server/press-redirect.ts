import type { ServerResponse } from 'node:http'
import { PRESS_HEADER, PRESS_TO_HEADER } from '@/lib/http/press'
import type { Middleware } from './exchange'

const SEE_OTHER = 303

/** Answers a press that a script sent (components/shell/presses.tsx) with the address of the redirect, since a script cannot read a redirect. */
export const pressRedirect: Middleware = ({ request, response }, next) => {
  if (PRESS_HEADER in request.headers) replaceRedirect(response)
  return next()
}

function replaceRedirect(response: ServerResponse): void {
  const write = response.writeHead.bind(response) as (status: number, ...rest: unknown[]) => ServerResponse
  response.writeHead = ((status: number, ...rest: unknown[]) => {
    const to = response.getHeader('location')
    if (status !== SEE_OTHER || !to) return write(status, ...rest)
    response.removeHeader('location')
    response.setHeader(PRESS_TO_HEADER, to)
    return write(200, ...rest)
  }) as ServerResponse['writeHead']
}
