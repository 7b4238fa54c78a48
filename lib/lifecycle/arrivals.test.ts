import { createServer, type IncomingHttpHeaders, type Server } from 'node:http'
import { once } from 'node:events'
import { type AddressInfo, connect } from 'node:net'
import { prepareArrivals } from './arrivals'

let server: Server
let stopPreparing: () => void
const heard: IncomingHttpHeaders[] = []

beforeAll(async () => {
  stopPreparing = prepareArrivals()
  server = createServer((request, response) => {
    heard.push(request.headers)
    if (request.url === '/leads-on') response.setHeader('location', '/customers/1').statusCode = 303
    response.end('here')
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
})
afterAll(() => {
  stopPreparing()
  server.close()
  server.closeAllConnections()
})
beforeEach(() => void heard.splice(0))

/** As it stands on the wire: no client library mends the target. */
async function ask(target: string, sent: Record<string, string> = {}): Promise<string> {
  const socket = connect((server.address() as AddressInfo).port, '127.0.0.1')
  const lines = Object.entries({ host: 'portal', connection: 'close', ...sent }).map(
    ([name, value]) => `${name}: ${value}\r\n`,
  )
  socket.write(`GET ${target} HTTP/1.1\r\n${lines.join('')}\r\n`)
  let answer = ''
  socket.on('data', (chunk) => (answer += String(chunk)))
  await once(socket, 'close')
  return answer
}

it.each([
  ['/customers?q=maria&_rsc=1x', '/customers?q=maria'],
  ['/customers', '/customers'],
  ['//', '//'],
  ['//elsewhere.example/x', '//elsewhere.example/x'],
  ['http://elsewhere.example/customers', '/'],
  ['*', '/'],
  ['/%?%=%', '/%?%25=%25'],
])('survives %s and notes %s', async (target, path) => {
  const answer = await ask(target, {
    'x-retrato-path': '/forged',
    'x-request-id': 'forged',
    'content-security-policy': 'forged',
  })
  expect(answer).toContain('here')
  const [headers] = heard
  expect(headers!['x-retrato-path']).toBe(path)
  const nonce = /'nonce-(\w{32})'/.exec(String(headers!['content-security-policy']))?.[1]
  expect(answer).toContain(`'nonce-${nonce}'`)
  expect(answer).toContain('x-frame-options: DENY')
  expect(answer).toContain(`x-request-id: ${String(headers!['x-request-id'])}`)
  expect(answer).not.toContain('forged')
})

it('gives what a handler answers no page policy, and lets it stand in our own frame', async () => {
  const answer = await ask('/api/documents/x')
  expect(answer).toContain('x-frame-options: SAMEORIGIN')
  expect(answer).toContain('x-content-type-options: nosniff')
  expect(answer).not.toContain('content-security-policy')
})

it('takes a message away once it is shown, but not for a page fetched ahead', async () => {
  const cookie = 'a=1; retrato-flash=x'
  expect(await ask('/customers', { cookie })).toContain('retrato-flash=; Path=/; Max-Age=0')
  expect(await ask('/customers', { cookie, 'next-router-prefetch': '1' })).not.toContain('Max-Age=0')
  expect(await ask('/customers', { cookie: 'not-retrato-flash=x' })).not.toContain('Max-Age=0')
})

it('leaves files and probes alone', async () => {
  expect(await ask('/livez')).not.toContain('x-request-id')
  expect(await ask('/_next/static/a.js')).not.toContain('x-request-id')
})

it('tells a press sent by script where it leads, and leads everybody else there', async () => {
  const told = await ask('/leads-on', { 'x-retrato-press': '1' })
  expect(told).toMatch(/^HTTP\/1\.1 200 /)
  expect(told).toMatch(/x-retrato-to: \/customers\/1\r\n/i)
  expect(told).not.toMatch(/location:/i)
  const led = await ask('/leads-on')
  expect(led).toMatch(/^HTTP\/1\.1 303 /)
  expect(led).toMatch(/location: \/customers\/1\r\n/i)
  expect(await ask('/customers', { 'x-retrato-press': '1' })).not.toContain('x-retrato-to')
})
