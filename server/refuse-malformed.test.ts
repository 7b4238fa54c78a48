import { frontDoor } from './middleware'
import { rawRequest, type TestServer, testServer } from './testing'

const ID = '0'.repeat(42)
const LIMIT = 1024 * 1024
const FORM = { 'content-type': 'multipart/form-data; boundary=----form7' }

let server: TestServer
let bodyReceived: string | undefined

beforeAll(async () => {
  server = await testServer(
    frontDoor(async (request, response) => {
      bodyReceived = Buffer.concat(await request.toArray()).toString()
      response.end('page')
    }),
  )
})
afterAll(() => server.close())
beforeEach(() => (bodyReceived = undefined))

async function statusOf(target: string, headers: Record<string, string> = {}, method = 'GET', body = '') {
  const answer = await server.send(rawRequest(target, headers, method, body))
  return Number(/^HTTP\/1\.1 (\d+)/.exec(answer)?.[1])
}

const post = (headers: Record<string, string>, body: string, target = '/customers') =>
  statusOf(target, { 'content-length': String(Buffer.byteLength(body)), ...headers }, 'POST', body)

const postChunked = (...chunks: string[]) => {
  const { 'content-type': type } = FORM
  const encoded = chunks.map((chunk) => `${chunk.length.toString(16)}\r\n${chunk}\r\n`).join('')
  return statusOf('/customers', { 'content-type': type, 'transfer-encoding': 'chunked' }, 'POST', `${encoded}0\r\n\r\n`)
}

const field = (name: string, value: string) =>
  `------form7\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`
const form = (fields: Record<string, string>) =>
  `${Object.entries(fields)
    .map(([name, value]) => field(name, value))
    .join('')}------form7--\r\n`

it.each([
  '/%',
  '/%ff',
  '/a/%ED%A0%80',
  '/%00',
  '//',
  '//elsewhere.example/x',
  '*',
  'elsewhere',
  'http://elsewhere.example',
])('refuses the address %s', async (target) => {
  expect(await statusOf(target)).toBe(400)
  expect(bodyReceived).toBeUndefined()
})

it('accepts an address with percent-encoded characters', async () => {
  expect(await statusOf('/a%20b/%C3%A3?q=%ff%')).toBe(200)
})

it.each([
  ['another origin', { origin: 'https://elsewhere.example' }, 403],
  ['an opaque origin', { origin: 'null' }, 403],
  ['an origin that is not a URL', { origin: ':' }, 403],
  ['another port of this host', { origin: 'http://portal:1' }, 403],
  ['this origin', { origin: 'http://portal' }, 200],
  ['no origin', {}, 200],
])('answers a POST from %s with %s', async (_case, headers, status) => {
  expect(await post({ ...FORM, ...headers }, form({ [`$ACTION_ID_${ID}`]: '' }))).toBe(status)
})

it('checks neither the origin of a GET nor the body for a route handler', async () => {
  expect(await statusOf('/customers', { origin: 'https://elsewhere.example' })).toBe(200)
  expect(await post({ 'content-type': 'application/json' }, '{"broken', '/api/webhooks/resend')).toBe(200)
  expect(bodyReceived).toBe('{"broken')
})

it.each([
  ['a form with an action', FORM, form({ [`$ACTION_ID_${ID}`]: '', q: 'ã' })],
  [
    'a form with bound arguments',
    FORM,
    form({ $ACTION_REF_1: '', '$ACTION_1:0': `{"id":"${ID}","bound":"$@1"}`, '$ACTION_1:1': '[{}]' }),
  ],
  ['a form sent by script', { ...FORM, 'next-action': ID }, form({ '1_q': 'x', '0': '["$K1"]' })],
  [
    'an argument that refers to another field of the form',
    { ...FORM, 'next-action': ID },
    form({ '1': '{"again":"$0"}', '0': '["$1","$@1"]' }),
  ],
  [
    'arguments as text',
    { 'content-type': 'text/plain;charset=UTF-8', 'next-action': ID },
    '[{"q":"$$5"},"$undefined"]',
  ],
])('accepts %s and passes on its whole body', async (_case, headers, body) => {
  expect(await post(headers, body)).toBe(200)
  expect(bodyReceived).toBe(body)
})

it('accepts a body that is sent in chunks', async () => {
  const body = form({ [`$ACTION_ID_${ID}`]: '' })
  expect(await postChunked(body.slice(0, 9), body.slice(9))).toBe(200)
  expect(bodyReceived).toBe(body)
})

it.each([
  ['a form without its last boundary', FORM, field('q', 'x')],
  ['a form without a boundary', { 'content-type': 'multipart/form-data' }, form({ q: 'x' })],
  ['a form without an action', FORM, form({ q: 'x' })],
  ['an empty form', FORM, ''],
  ['bound arguments that are not JSON', FORM, form({ $ACTION_REF_1: '', '$ACTION_1:0': `{"id":"${ID}",` })],
  ['missing bound arguments', FORM, form({ $ACTION_REF_1: '', '$ACTION_1:0': `{"id":"${ID}","bound":"$@1"}` })],
  ['an action id of the wrong format', { ...FORM, 'next-action': 'x' }, form({ '0': '[]' })],
  ['a form sent by script without arguments', { ...FORM, 'next-action': ID }, form({ q: 'x' })],
  ['arguments that are not JSON', { 'content-type': 'text/plain', 'next-action': ID }, '["'],
  ['arguments with unknown references', { 'content-type': 'text/plain', 'next-action': ID }, '["$Zx"]'],
  ['a text body that refers to a field', { 'content-type': 'text/plain', 'next-action': ID }, '["$1"]'],
  ['a reference to a missing field', { ...FORM, 'next-action': ID }, form({ '0': '["$@1"]' })],
  ['a reference to a field that is not JSON', { ...FORM, 'next-action': ID }, form({ '1': '{"', '0': '["$1"]' })],
  ['a body of the wrong content type', { 'content-type': 'application/json' }, '{}'],
  ['a router state that is not JSON', { ...FORM, 'next-router-state-tree': '%5B' }, form({ [`$ACTION_ID_${ID}`]: '' })],
])('refuses %s', async (_case, headers, body) => {
  expect(await post(headers, body)).toBe(400)
  expect(bodyReceived).toBeUndefined()
})

it('refuses a body above the limit, with or without Content-Length', async () => {
  const body = form({ [`$ACTION_ID_${ID}`]: '', q: 'x'.repeat(LIMIT) })
  expect(await post(FORM, body)).toBe(413)
  expect(await postChunked(body)).toBe(413)
  expect(bodyReceived).toBeUndefined()
})
