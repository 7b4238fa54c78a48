import { randomUUID } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { onRequest } from './on-request'
import { PRESS_HEADER, PRESS_TO_HEADER } from '@/lib/http/press'
import { contentSecurityPolicy, securityHeaders } from '@/lib/http/security-headers'
import { compressWhole } from './compress'

/** Files and probes: nothing of a person is in them, and no page is made for them. */
const PLAIN = /^\/(_next\/(static|image)|livez$|readyz$|favicon\.ico$|icon\.svg$|robots\.txt$)/
const NEVER_CHANGES = /^\/_next\/static\//
const API = /^\/api\//
const PROBE = /^\/(livez|readyz)(\?|$)/
/** Leads to the page of addresses that lead nowhere: a 404. */
const NOWHERE = '/nowhere'
const SEE_OTHER = 303

/**
 * Names every request, tells the page its own address, and sets what a browser may do with the answer. In the place of
 * a `proxy.ts`, which costs each page a tenth of its CPU and cuts large bodies (docs/decisions/013). Call once, at the server's start.
 */
export function prepareArrivals(): () => void {
  return onRequest(({ request, response }) => {
    // By hand: a target that is no URL (`//`) must not throw here, where it would end the process.
    const [target = '', query = ''] = (request.url ?? '').split(/\?(.*)/s)
    const pathname = target.startsWith('/') ? target : '/'
    compressWhole(request, response, NEVER_CHANGES.test(pathname) ? pathname : undefined)
    if (PLAIN.test(pathname)) return
    nameRequest(request, response)
    for (const [name, value] of securityHeaders(API.test(pathname) ? 'file' : 'page')) response.setHeader(name, value)
    if (PRESS_HEADER in request.headers) tellWay(response)
    if (!API.test(pathname)) preparePage(request, response, pathname, new URLSearchParams(query))
  })
}

/** A process that works on jobs alone has nothing but its probes, whatever a balancer sends it. Call before `prepareArrivals`. */
export function answerProbesOnly(): () => void {
  return onRequest(({ request }) => {
    if (PROBE.test(request.url ?? '')) return
    request.url = NOWHERE
    // Any page would run the action that is posted to it.
    request.method = 'GET'
  })
}

/** A press sent by script (components/shell/presses.tsx) is told where it leads, not led there: what a script can read of a redirect is nothing. */
function tellWay(response: ServerResponse): void {
  const write = response.writeHead.bind(response) as (status: number, ...rest: unknown[]) => ServerResponse
  response.writeHead = ((status: number, ...rest: unknown[]) => {
    const to = response.getHeader('location')
    if (status !== SEE_OTHER || !to) return write(status, ...rest)
    response.removeHeader('location')
    response.setHeader(PRESS_TO_HEADER, to)
    return write(200, ...rest)
  }) as ServerResponse['writeHead']
}

/** Overwrites what a client may have sent under that name. */
function nameRequest(request: IncomingMessage, response: ServerResponse): void {
  const requestId = randomUUID()
  request.headers['x-request-id'] = requestId
  response.setHeader('x-request-id', requestId)
}

function preparePage(
  request: IncomingMessage,
  response: ServerResponse,
  pathname: string,
  search: URLSearchParams,
): void {
  search.delete('_rsc')
  request.headers['x-retrato-path'] = search.size ? `${pathname}?${search}` : pathname
  // Next reads the nonce for its own scripts from the request's header.
  const policy = contentSecurityPolicy(randomUUID().replaceAll('-', ''))
  request.headers['content-security-policy'] = policy
  response.setHeader('content-security-policy', policy)
  if (showsFlash(request)) response.setHeader('set-cookie', 'retrato-flash=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax')
}

const showsFlash = ({ method, headers }: IncomingMessage) =>
  method === 'GET' && /(^|;\s*)retrato-flash=/.test(headers.cookie ?? '') && !('next-router-prefetch' in headers)
