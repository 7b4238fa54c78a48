import { frontDoor } from './middleware'
import { limitPages } from './limit-pages'
import { commonHeaders } from './answer'
import { rawRequest, type TestServer, testServer } from './testing'

let mockSecure = false
jest.mock('../lib/access/host-cookie', () => ({
  isSecure: () => mockSecure,
  hostCookieName: (name: string) => (mockSecure ? `__Host-${name}` : name),
}))

let [server, full] = [null as unknown as TestServer, null as unknown as TestServer]

beforeAll(async () => {
  process.env.APP_URL ??= 'http://portal'
  server = await testServer(
    frontDoor((request, response) => {
      if (request.url === '/throw') throw new Error('a bug')
      response.writeHead(request.url === '/gone' ? 404 : 200, { 'content-type': 'text/html' })
      response.end('page')
    }),
  )
  full = await testServer(frontDoor(() => undefined, [commonHeaders, limitPages(0)]))
})
afterAll(() => {
  server.close()
  full.close()
})
afterEach(() => (mockSecure = false))

const KINDS: [kind: string, status: number, raw: string][] = [
  ['a page', 200, rawRequest('/customers')],
  ['a missing page', 404, rawRequest('/gone')],
  ['a route handler', 200, rawRequest('/api/customers/suggest')],
  ['a file of the build', 200, rawRequest('/_next/static/a.js')],
  ['the icon', 200, rawRequest('/favicon.ico')],
  ['a probe', 200, rawRequest('/livez')],
  ['an address that cannot be decoded', 400, rawRequest('/%')],
  ['an unknown method', 405, rawRequest('/', {}, 'TRACE')],
  ['a form from elsewhere', 403, rawRequest('/sign-in', { origin: 'https://elsewhere.example' }, 'POST')],
  ['a form that is no action', 400, rawRequest('/sign-in', { 'content-length': '1' }, 'POST', 'x')],
  ['a body that is too large', 413, rawRequest('/sign-in', { 'content-length': '99999999' }, 'POST')],
  ['a request without a host', 400, 'GET / HTTP/1.1\r\nconnection: close\r\n\r\n'],
  ['an unknown expectation', 417, rawRequest('/', { expect: 'the-unexpected' })],
  ['a line that is no header', 400, 'GET / HTTP/1.1\r\nhost: portal\r\nno header\r\n\r\n'],
  ['something that is not HTTP', 400, 'hello\r\n\r\n'],
  ['headers that are too large', 431, rawRequest('/', { cookie: 'x'.repeat(20_000) })],
  ['a failure', 500, rawRequest('/throw')],
]

it.each(KINDS)('sets nosniff on the answer to %s, and no HSTS over http', async (_kind, status, raw) => {
  const answer = await server.send(raw)
  expect(answer).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `))
  expect(answer.match(/^x-content-type-options: nosniff\r$/gim)).toHaveLength(1)
  expect(answer).not.toMatch(/strict-transport-security/i)
})

it.each(KINDS)('sets HSTS with subdomains on the answer to %s over https', async (_kind, status, raw) => {
  mockSecure = true
  const answer = await server.send(raw)
  expect(answer).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `))
  expect(answer).toMatch(/^strict-transport-security: max-age=31536000; includeSubDomains\r$/im)
})

it('sets nosniff when too many pages are in flight', async () => {
  expect(await full.send(rawRequest('/customers'))).toMatch(/^HTTP\/1\.1 503 [^]*x-content-type-options: nosniff/i)
})

it('over https, clears the flash message under the name that a browser accepts from this host only', async () => {
  mockSecure = true
  const cleared = '__Host-retrato-flash=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax; Secure'
  expect(await server.send(rawRequest('/customers', { cookie: '__Host-retrato-flash=x' }))).toContain(cleared)
  expect(await server.send(rawRequest('/customers', { cookie: 'retrato-flash=forged' }))).not.toMatch(/set-cookie/i)
})
