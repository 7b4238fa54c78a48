import type { IncomingHttpHeaders } from 'node:http'
import { setResponseStatus } from '@/lib/http/response-status'
import { frontDoor } from './middleware'
import { rawRequest, type TestServer, testServer } from './testing'

let server: TestServer
let seen: IncomingHttpHeaders | undefined

beforeAll(async () => {
  process.env.APP_URL ??= 'http://portal'
  server = await testServer(
    frontDoor((request, response) => {
      seen = request.headers
      if (request.url === '/throw') throw new Error('a bug')
      if (request.url === '/gone') setResponseStatus(410)
      response.end('page')
    }),
  )
})
afterAll(() => server.close())
beforeEach(() => (seen = undefined))

const get = (target: string, headers?: Record<string, string>) => server.send(rawRequest(target, headers))

it.each([
  ['/customers?q=maria&_rsc=1x', '/customers?q=maria'],
  ['/customers', '/customers'],
  ['http://elsewhere.example/customers', '/customers'],
  ['/?%=%', '/?%25=%25'],
])('sets for %s the path header %s, a nonce and an id, and ignores forged headers', async (target, path) => {
  const forged = { 'x-retrato-path': '/forged', 'x-request-id': 'forged', 'content-security-policy': 'forged' }
  const answer = await get(target, { ...forged, 'x-forwarded-for': 'forged', 'x-forwarded-host': 'forged' })
  expect(seen!['x-retrato-path']).toBe(path)
  expect(seen!['x-forwarded-for']).toBe('127.0.0.1')
  const nonce = /'nonce-(\w{32})'/.exec(String(seen!['content-security-policy']))?.[1]
  expect(answer).toContain(`'nonce-${nonce}'`)
  expect(answer).toContain('x-frame-options: DENY')
  expect(answer).toContain(`x-request-id: ${String(seen!['x-request-id'])}`)
  expect(answer + JSON.stringify(seen)).not.toContain('forged')
})

it('sets no content security policy on a handler’s answer, and lets our own pages frame it', async () => {
  const answer = await get('/api/documents/x')
  expect(answer).toContain('x-frame-options: SAMEORIGIN')
  expect(answer).toContain('x-content-type-options: nosniff')
  expect(answer).not.toContain('content-security-policy')
})

it('clears the flash message that a page shows, but not for a prefetched page', async () => {
  const cookie = 'a=1; retrato-flash=x'
  expect(await get('/customers', { cookie })).toContain('retrato-flash=; Path=/; Max-Age=0')
  expect(await get('/customers', { cookie, 'next-router-prefetch': '1' })).not.toContain('Max-Age=0')
  expect(await get('/customers', { cookie: 'not-retrato-flash=x' })).not.toContain('Max-Age=0')
})

it('sets no request id on assets', async () => {
  expect(await get('/_next/static/a.js')).not.toContain('x-request-id')
})

it('answers the liveness probe itself', async () => {
  expect(await get('/livez?from=balancer')).toMatch(/^HTTP\/1\.1 200 [^]*\r\n\r\nok\n$/)
  expect(seen).toBeUndefined()
})

it('lets a page set the status of its response', async () => {
  expect(await get('/gone')).toMatch(/^HTTP\/1\.1 410 /)
})

it('answers 500 when Next itself throws', async () => {
  expect(await get('/throw')).toMatch(/^HTTP\/1\.1 500 [^]*\r\n\r\nInternal Server Error\n$/)
})
