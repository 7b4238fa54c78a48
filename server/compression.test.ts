import {
  createServer,
  request,
  type IncomingHttpHeaders,
  type IncomingMessage,
  type Server,
  type ServerResponse,
} from 'node:http'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { gunzipSync } from 'node:zlib'
import { compression } from './compression'
import { openExchange } from './exchange'

const LONG_TEXT = 'São Paulo · Ação '.repeat(400)

let server: Server
let answer: (response: ServerResponse) => void

beforeAll(async () => {
  server = createServer((request, response) => {
    void compression(openExchange(request, response), () => answer(response))
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
})
afterAll(() => {
  server.close()
  server.closeAllConnections()
})

async function fetchAnswer(
  encodings: string | undefined,
  method = 'GET',
  path = '/',
): Promise<{ headers: IncomingHttpHeaders; status: number; body: Buffer }> {
  const sent = request({
    port: (server.address() as AddressInfo).port,
    path,
    method,
    headers: encodings ? { 'accept-encoding': encodings } : {},
  }).end()
  const [response] = (await once(sent, 'response')) as [IncomingMessage]
  const body = Buffer.concat(await response.toArray())
  return { headers: response.headers, status: response.statusCode!, body }
}

/** Writes as Next writes a page: first the headers, then the body in chunks. */
const inChunks = (type: string) => (response: ServerResponse) => {
  response.setHeader('content-type', type)
  response.setHeader('vary', 'rsc')
  response.flushHeaders()
  response.write(LONG_TEXT)
  response.write(Buffer.from('and '), () => response.end('the end'))
}

it('compresses a page that is written in chunks and sends it as one body', async () => {
  answer = inChunks('text/html; charset=utf-8')
  const { headers, body } = await fetchAnswer('br, gzip;q=0.5')
  expect(gunzipSync(body).toString()).toBe(`${LONG_TEXT}and the end`)
  expect(headers).toMatchObject({
    'content-encoding': 'gzip',
    'content-length': String(body.length),
    vary: 'rsc, Accept-Encoding',
  })
})

it('compresses a file of the build once, and never caches the answer for a missing file', async () => {
  answer = (response) => {
    response.statusCode = 404
    response.setHeader('content-type', 'text/html').end('not here '.repeat(400))
  }
  await fetchAnswer('gzip', 'GET', '/_next/static/a.js')
  answer = inChunks('application/javascript')
  const { body } = await fetchAnswer('gzip', 'GET', '/_next/static/a.js')
  expect(gunzipSync(body).toString()).toBe(`${LONG_TEXT}and the end`)
  answer = (response) => response.setHeader('content-type', 'application/javascript').end('x'.repeat(5_000))
  expect((await fetchAnswer('gzip', 'GET', '/_next/static/a.js')).body).toEqual(body)
  expect(gunzipSync((await fetchAnswer('gzip', 'GET', '/_next/static/b.js')).body).toString()).toBe('x'.repeat(5_000))
})

it('does not compress partial content', async () => {
  answer = (response) => {
    response.statusCode = 206
    inChunks('text/css')(response)
  }
  expect((await fetchAnswer('gzip')).headers['content-encoding']).toBeUndefined()
})

it.each([
  ['an answer to a client without Accept-Encoding', undefined, 'text/html'],
  ['an answer to a client that accepts only Brotli', 'br', 'text/html'],
  ['an answer to a client that refuses gzip', 'br, gzip;q=0', 'text/html'],
  ['a PDF', 'gzip', 'application/pdf'],
])('does not compress %s', async (_case, encodings, type) => {
  answer = inChunks(type)
  const { headers, body } = await fetchAnswer(encodings)
  expect(headers['content-encoding']).toBeUndefined()
  expect(body.toString()).toBe(`${LONG_TEXT}and the end`)
})

it('sends each chunk of a PDF at once', async () => {
  let finish: () => void = () => undefined
  answer = (response) => {
    response.setHeader('content-type', 'application/pdf')
    response.write('first')
    finish = () => response.end()
  }
  const sent = request({ port: (server.address() as AddressInfo).port, headers: { 'accept-encoding': 'gzip' } }).end()
  const [response] = (await once(sent, 'response')) as [IncomingMessage]
  const [chunk] = (await once(response, 'data')) as [Buffer]
  expect(chunk.toString()).toBe('first')
  finish()
  await once(response, 'end')
})

it('does not compress a short or an empty body', async () => {
  answer = (response) => response.setHeader('content-type', 'text/html').end('<p>Olá</p>')
  expect(await fetchAnswer('gzip')).toMatchObject({
    headers: { 'content-length': '11' },
    body: Buffer.from('<p>Olá</p>'),
  })
  answer = (response) => response.setHeader('content-type', 'text/html').writeHead(303, { location: '/' }).end()
  expect(await fetchAnswer('gzip')).toMatchObject({ status: 303, headers: { location: '/' }, body: Buffer.alloc(0) })
})

it('sets no encoding and no length for HEAD', async () => {
  answer = inChunks('text/html')
  const { headers, body } = await fetchAnswer('gzip', 'HEAD')
  expect([headers['content-encoding'], headers['content-length'], body.length]).toEqual([undefined, undefined, 0])
})
